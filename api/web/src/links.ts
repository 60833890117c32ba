/** Addresses of the pages, and how a document is named in a link. */
import { h } from "./dom.ts";
import type { NamedFragment } from "./generated.ts";

/** The reading page of a document, at a provision's path or at a code point of its text. */
export function reading(document: string, at?: string | number): string {
  return `/read?document=${encodeURIComponent(document)}${at === undefined ? "" : `#${encodeURIComponent(at)}`}`;
}

/** A link to a document, with its number in front, and whether it is held. */
export function named(document: NamedFragment, at?: string | number): HTMLElement {
  return h(
    "span",
    { class: "named" },
    h("a", { href: reading(document.id, at) }, name(document)),
    !document.held && h("small", { class: "tag" }, "not held 待收"),
  );
}

/** Number and title, or the one that there is. */
export function name({ docNumber, title }: Pick<NamedFragment, "docNumber" | "title">): string {
  return docNumber && docNumber !== title ? `${docNumber} ${title}` : title;
}
