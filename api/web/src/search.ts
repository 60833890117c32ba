/** The search page: its whole state is the address, so that facets are links and a result can be passed on. */
import { ask, failure } from "./ask.ts";
import { h, show, state, type Child } from "./dom.ts";
import { FacetsDocument, SearchDocument, type Level, type NodeKind, type SearchQuery, type SearchQueryVariables } from "./generated.ts";
import { LEVEL, NODE, place } from "./labels.ts";
import { name, reading } from "./links.ts";
import { pieces } from "./snippet.ts";

type Found = SearchQuery["search"];
type Hit = Found["nodes"][number];
type Facet = Found["facets"][number];

const FACETS: Readonly<Record<string, string>> = { level: "Level 层级", kind: "Kind 类别", year: "Year 年份", region: "Region 地区" };

const address = new URLSearchParams(location.search);
const words = address.get("q")?.trim() ?? "";

async function main(): Promise<void> {
  document.querySelector<HTMLInputElement>(".find input")!.value = words;
  if (!words) {
    show(h("h1", {}, "Search 检索"), h("p", { class: "none" }, "Documents, measures, bodies and regions that have all the words. 检索文件、措施、机构与地区，须含全部词语。"));
    document.querySelector<HTMLInputElement>(".find input")!.focus();
    return;
  }
  document.title = `${words} · Search 检索 · mailuo 脉络`;
  const chosen = Object.keys(FACETS).filter((field) => address.has(field));
  const [{ search }, others] = await Promise.all([ask(SearchDocument, asked()), Promise.all(chosen.map(without))]);
  const count = h("p", { class: "count", role: "status" }, `${search.totalCount} found 条结果`);
  const groups = search.facets.map((facet) => joined(facet, others.find(({ field }) => field === facet.field)));
  show(
    h("h1", {}, `“${words}”`),
    h("div", { class: "searching" }, facets(groups), h("div", {}, count, search.totalCount ? results(search) : nothing(chosen))),
  );
}

/** What a chosen facet could be instead; none where that cannot be had, which is no reason to show nothing else. */
async function without(field: string): Promise<Facet> {
  const found = await ask(FacetsDocument, asked({ without: field })).catch(() => null);
  return found?.search.facets.find((facet) => facet.field === field) ?? { field, counts: [] };
}

/** What was found, with its own count, and what could be chosen instead: a wider search counts its best hits only. */
function joined({ field, counts }: Facet, other: Facet | undefined): Facet {
  const found = new Map(counts.map((one) => [one.key, one]));
  const rest = (other?.counts ?? []).map((one) => found.get(one.key) ?? one);
  const listed = new Set(rest.map(({ key }) => key));
  return { field, counts: [...rest, ...counts.filter(({ key }) => !listed.has(key))] };
}

function asked({ after, without }: { after?: string | undefined; without?: string } = {}): SearchQueryVariables {
  const [level, kind, year, region] = ["level", "kind", "year", "region"].map((field) => (field === without ? null : address.get(field)));
  return {
    text: words,
    ...(level && { level: level as Level }),
    ...(kind && { types: [kind as NodeKind] }),
    ...(year && { year: Number(year) }),
    ...(region && { region }),
    ...(after !== undefined && { after }),
  };
}

function nothing(chosen: readonly string[]): HTMLElement {
  const element = state("Nothing was found. 没有找到。");
  if (chosen.length) element.append(h("p", {}, h("a", { href: `/search?q=${encodeURIComponent(words)}` }, "Search without the narrowing 取消筛选")));
  return element;
}

function facets(found: readonly Facet[]): HTMLElement {
  const groups = found.map(({ field, counts }) => {
    const active = address.get(field);
    const rows = counts.map(({ key, label, count }) => row(field, key, label, count, key === active));
    if (active !== null && !counts.some(({ key }) => key === active)) rows.push(row(field, active, active, 0, true));
    return rows.length ? h("section", {}, h("h2", {}, FACETS[field] ?? field), h("ul", {}, ...rows)) : null;
  });
  return h("nav", { class: "facets", "aria-label": "Narrow 筛选" }, ...groups);
}

function row(field: string, key: string, name: string, count: number, active: boolean): HTMLElement {
  const link = new URLSearchParams(address);
  if (active) link.delete(field);
  else link.set(field, key);
  const text = (LEVEL as Record<string, string>)[key] ?? (NODE as Record<string, string>)[key] ?? name;
  const label = active ? "remove 取消" : null;
  return h(
    "li",
    {},
    h("a", { href: `/search?${link}`, "aria-current": active && "true", "data-facet": `${field}=${key}` }, text, " ", h("small", {}, count), label && h("small", {}, ` × ${label}`)),
  );
}

function results(first: Found): HTMLElement {
  const list = h("ol", { class: "hits" });
  const more = h("button", { type: "button", class: "more" }, "More 更多");
  const add = ({ nodes, pageInfo }: Found): void => {
    list.append(...nodes.map(hit));
    more.hidden = !pageInfo.hasNextPage;
    more.dataset["after"] = pageInfo.endCursor ?? "";
  };
  more.addEventListener("click", async () => {
    more.disabled = true;
    try {
      const before = list.children.length;
      add((await ask(SearchDocument, asked({ after: more.dataset["after"] }))).search);
      list.children[before]?.querySelector("a")?.focus();
    } catch (error) {
      more.before(failure(error));
    }
    more.disabled = false;
  });
  add(first);
  return h("div", {}, list, more);
}

function hit({ node, snippet }: Hit): HTMLElement {
  const text = h("p", { class: "snippet", lang: "zh-CN" }, ...pieces(snippet).map((piece) => (piece.marked ? h("mark", {}, piece.text) : piece.text)));
  return h("li", {}, ...title(node), text);
}

function title(node: Hit["node"]): Child[] {
  const kind = h("small", { class: "tag" }, NODE[node.__typename.toUpperCase() as NodeKind]);
  switch (node.__typename) {
    case "Document":
      return [h("a", { href: reading(node.id) }, name(node)), " ", kind, dated(node)];
    case "Measure":
    case "Section":
      return [h("a", { href: reading(node.document.id, node.path) }, `${place(node.path)} ${node.heading ?? ""}`.trim()), " ", kind, h("p", { class: "of" }, name(node.document), dated(node.document))];
    default:
      return [h("a", { href: `/search?q=${encodeURIComponent(node.name)}&kind=MEASURE`, title: "Measures with this name 含此名称的措施" }, node.name), " ", kind, node.level && h("small", {}, ` ${LEVEL[node.level]}`)];
  }
}

function dated({ issuedOn, held }: { issuedOn: string | null; held: boolean }): HTMLElement {
  return h("small", {}, issuedOn && ` ${issuedOn}`, !held && " not held 待收");
}

main().catch((error: unknown) => show(failure(error)));
