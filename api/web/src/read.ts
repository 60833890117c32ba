/** The reading page: a document's text with every marked span in place, and what each of them rests on. */
import { ask, failure } from "./ask.ts";
import { h, show, state } from "./dom.ts";
import { OutlineDocument, ReadDocument, RelationsDocument, TypedDocument, type OutlineQuery, type ReadQuery } from "./generated.ts";
import { citers, head, relations } from "./head.ts";
import { place } from "./labels.ts";
import { name, named } from "./links.ts";
import { Panel } from "./panel.ts";
import { MarkedText } from "./text.ts";

type Read = NonNullable<ReadQuery["document"]>;
type Unit = NonNullable<OutlineQuery["document"]>["provisions"]["nodes"][number];

const MAX_UNITS = 5000;

async function main(): Promise<void> {
  const asked = new URLSearchParams(location.search).get("document")?.trim();
  if (!asked) {
    show(state("No document is named in the address. 地址中没有指明文件。"), h("p", {}, h("a", { href: "/" }, "What is loaded 已载入的文件")));
    return;
  }
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const { document: found } = await ask(ReadDocument, { document: asked, today: day });
  if (!found) await otherwise(asked);
  else if (found.held && found.text !== null) await held(found, found.text, day);
  else await absent(found, day);
}

async function held(found: Read, text: string, day: string): Promise<void> {
  const [outline, { trace }] = await Promise.all([units(found.id), ask(RelationsDocument, { document: found.id })]);
  document.title = `${name(found)} · mailuo 脉络`;
  const panel = new Panel(found.id);
  const marked = new MarkedText(text, found.annotations, outline.map((unit) => ({ start: unit.evidence.start, heading: unit.heading })), (chosen) =>
    panel.show(chosen.map((index) => found.annotations[index]!)),
  );
  show(
    head(found, day),
    relations(found.id, trace),
    h("div", { class: "reading" }, contents(outline), h("div", { class: "middle" }, marked.legend, marked.element), panel.element),
  );
  const jump = (): void => marked.jump(target(outline));
  addEventListener("hashchange", jump);
  jump();
}

/** The document is only known because others cite it: say so, and who does. */
async function absent(found: Read, day: string): Promise<void> {
  const { trace } = await ask(RelationsDocument, { document: found.id });
  document.title = `${name(found)} · mailuo 脉络`;
  show(
    head(found, day),
    h("p", { class: "state", role: "status" }, "This document is not held: it is known only because others cite it. 本文件尚未收录，仅因被引用而知。"),
    relations(found.id, trace),
    citers(found.citedBy),
  );
}

/** No document has this id: perhaps its number or title was typed. */
async function otherwise(typed: string): Promise<void> {
  const { lookup } = await ask(TypedDocument, { text: typed });
  if (lookup.document) {
    location.replace(`/read?document=${encodeURIComponent(lookup.document.id)}${location.hash}`);
  } else if (lookup.candidates.length) {
    const list = h("ul", {}, ...lookup.candidates.map((candidate) => h("li", {}, named(candidate))));
    show(h("h1", {}, "Which one? 请选择"), h("p", {}, `“${typed}” may be one of these: 可能是以下文件之一：`), list);
  } else {
    const search = h("a", { href: `/search?q=${encodeURIComponent(typed)}` }, "Search for the words 全文检索");
    show(state(`No document “${typed}” is known. 没有找到该文件。`), h("p", {}, search));
  }
}

async function units(id: string): Promise<Unit[]> {
  const found: Unit[] = [];
  let after: string | null = null;
  do {
    const page: OutlineQuery = await ask(OutlineDocument, { document: id, after });
    const provisions = page.document?.provisions;
    found.push(...(provisions?.nodes ?? []));
    after = provisions?.pageInfo.hasNextPage ? provisions.pageInfo.endCursor : null;
  } while (after !== null && found.length < MAX_UNITS);
  return found;
}

function contents(outline: readonly Unit[]): HTMLElement {
  const links = outline
    .filter((unit) => unit.heading)
    .map((unit) => {
      const depth = Math.min(unit.path.split("/").length, 4);
      const number = place(unit.path).split("/").at(-1)!;
      return h("li", { class: `depth-${depth}` }, h("a", { href: `#${encodeURIComponent(unit.path)}` }, `${number} ${unit.heading}`));
    });
  const narrow = matchMedia("(max-width: 60rem)").matches;
  return h("nav", { class: "contents", "aria-label": "Contents 目录" }, h("details", { open: !narrow }, h("summary", {}, "Contents 目录"), h("ol", {}, ...links)));
}

/** The code point that the address points at: a number, or a provision's path. */
function target(outline: readonly Unit[]): number | null {
  const hash = decoded(location.hash.slice(1));
  if (/^\d+$/.test(hash)) return Number(hash);
  return outline.find((unit) => unit.path === hash)?.evidence.start ?? null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

main().catch((error: unknown) => show(failure(error)));
