/** What stands above a document's text: its head data, and the documents around it. */
import { facts, h } from "./dom.ts";
import type { ReadQuery, RelationsQuery } from "./generated.ts";
import { LEVEL, RELATION, VALIDITY, place } from "./labels.ts";
import { named } from "./links.ts";

type Read = NonNullable<ReadQuery["document"]>;
type Edge = RelationsQuery["trace"]["edges"][number];

/** Title and head data; `day` is the one that the validity is said of. */
export function head(found: Read, day: string): HTMLElement {
  const { validity } = found;
  return h(
    "header",
    { class: "head" },
    h("h1", {}, found.title, found.sample && h("small", { class: "tag" }, "sample 示例，非原文")),
    facts(
      ["Number 发文字号", found.docNumber],
      ["Issuers 发文机关", found.issuers.map((issuer) => issuer.name).join("、")],
      ["Level 层级", [found.level && LEVEL[found.level], found.region && ` · ${found.region.name}`]],
      ["Issued 成文日期", found.issuedOn],
      ["Carried text 所发文本", found.issuedTitle],
      ["Kind 文种", [found.kind, found.issuedKind].filter(Boolean).join(" · ")],
      ["Addressees 主送", found.addressees],
      ["In force 施行", [found.effectiveOn, found.expiresOn && ` – ${found.expiresOn}`]],
      [
        `Today 今日效力 ${day}`,
        [
          h("strong", { class: `validity ${validity.answer.toLowerCase()}` }, VALIDITY[validity.answer]),
          h("span", {}, ` ${validity.reason} `),
          validity.document && validity.document.id !== found.id && named(validity.document),
        ],
      ],
      ["GB/T 7714 参考文献", found.reference],
      ["Attachments 附件", found.attachments.map(({ title, held }) => `${title}${held ? "" : " (not held 待收)"}`).join("; ")],
      ["File 来源", found.source && [found.source.file, web(found.source.url)]],
    ),
  );
}

/** The documents one step away, with how they stand to this one. */
export function relations(id: string, trace: RelationsQuery["trace"]): HTMLElement {
  const up = trace.edges.filter((edge) => edge.from.id === id);
  const down = trace.edges.filter((edge) => edge.to.id === id);
  return h(
    "section",
    { class: "relations", "aria-label": "Related documents 相关文件" },
    around("What it carries out or cites 上位与引用", up, (edge) => edge.to),
    around("What carries it out or cites it 下位与被引", down, (edge) => edge.from),
    trace.truncated && h("p", {}, "There are more than these. 未全部列出。"),
  );
}

/** Who cites the document, with the words. */
export function citers(citedBy: Read["citedBy"]): HTMLElement {
  const rows = citedBy.nodes.map(({ relation, cue, citing, provision, evidence }) =>
    h(
      "li",
      {},
      named(citing, evidence.start),
      h("small", {}, ` ${RELATION[relation]} · ${place(provision.path)}${cue ? ` · ${cue}` : ""}`),
      h("blockquote", {}, evidence.quote),
    ),
  );
  const more = citedBy.totalCount > rows.length && h("p", {}, `The first ${rows.length} of ${citedBy.totalCount}. 仅列前 ${rows.length} 条。`);
  return h("section", {}, h("h2", {}, `Cited ${citedBy.totalCount} × 被引`), h("ul", { class: "citers" }, ...rows), more);
}

function around(title: string, edges: readonly Edge[], other: (edge: Edge) => Edge["to"]): HTMLElement {
  const rows = edges.map((edge) =>
    h("li", {}, h("small", {}, RELATION[edge.relation]), named(other(edge)), h("small", {}, other(edge).issuedOn)),
  );
  return h("div", {}, h("h2", {}, title), rows.length ? h("ul", {}, ...rows) : h("p", { class: "none" }, "none 无"));
}

/** A link out of the site, when the address is one of the web. */
function web(address: string | null): HTMLElement | false {
  return !!address && /^https?:\/\//.test(address) && h("a", { href: address, rel: "noreferrer" }, " ↗ original 原文");
}

