/** The text of a document with its marked spans, and the legend that turns kinds on and off. */
import { h } from "./dom.ts";
import { MARK } from "./labels.ts";
import { lineStarts, split, type Segment } from "./spans.ts";

export interface Annotation {
  readonly kind: string;
  readonly evidence: { readonly start: number; readonly end: number };
}

/** A provision's start; a line with nothing but its number and heading is shown as a heading. */
export interface Beginning {
  readonly start: number;
  readonly heading: string | null;
}

interface Line {
  readonly start: number;
  readonly element: HTMLElement;
}

interface Marked {
  readonly segment: Segment;
  readonly begins: boolean; // an annotation begins here, which the Tab key stops at once
  readonly element: HTMLElement;
}

/** Characters of a number in front of a heading: （二十一）, 第一百二十条. */
const NUMBER = 10;

/** Shows the text; `chosen` is told the indexes of the annotations under what was clicked, longest first. */
export class MarkedText {
  readonly element = h("article", { class: "text", lang: "zh-CN", "aria-label": "Text 正文" });
  readonly legend: HTMLElement;
  readonly #annotations: readonly Annotation[];
  readonly #chosen: (indexes: number[]) => void;
  readonly #lines: Line[] = [];
  readonly #marked: Marked[] = [];
  readonly #hidden = new Set<string>();

  constructor(text: string, annotations: readonly Annotation[], beginnings: readonly Beginning[], chosen: (indexes: number[]) => void) {
    this.#annotations = annotations;
    this.#chosen = chosen;
    const spans = annotations.map((annotation) => annotation.evidence);
    const starts = lineStarts(text);
    const heads = new Map(beginnings.map(({ start, heading }) => [start, heading]));
    const begins = new Set(starts);
    for (const segment of split(text, spans, [...starts, ...heads.keys()])) {
      if (begins.has(segment.start)) this.#line(segment.start);
      this.#lines.at(-1)?.element.append(this.#piece(segment));
    }
    for (const { start, element } of this.#lines) {
      const heading = heads.get(start);
      element.classList.toggle("heading", !!heading && element.textContent!.trim().length <= heading.length + NUMBER);
    }
    this.legend = this.#legend();
    this.#paint();
  }

  /** Bring the line of a code point into view, and open the annotation that begins there. */
  jump(target: number | null): void {
    for (const { element } of this.#lines) element.classList.remove("here");
    const line = target === null ? undefined : this.#lines.findLast(({ start }) => start <= target);
    if (!line) return;
    line.element.classList.add("here");
    line.element.scrollIntoView({ block: "center" });
    const there = this.#marked.find(({ segment }) => segment.start === target);
    if (there) this.#choose(there);
  }

  #line(start: number): void {
    const element = h("div", { class: "line" });
    this.#lines.push({ start, element });
    this.element.append(element);
  }

  #piece(segment: Segment): Node {
    if (!segment.covers.length) return document.createTextNode(segment.text);
    const begins = segment.covers.some((index) => this.#annotations[index]!.evidence.start === segment.start);
    const element = h("span", { role: "button", "data-spans": segment.covers.join(" ") }, segment.text);
    const marked = { segment, begins, element };
    element.addEventListener("click", () => this.#choose(marked));
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this.#choose(marked);
    });
    this.#marked.push(marked);
    return element;
  }

  #choose({ segment }: Marked): void {
    const shown = this.#shown(segment);
    if (!shown.length) return;
    for (const { segment: other, element } of this.#marked) element.classList.toggle("chosen", other.covers.includes(shown.at(-1)!));
    this.#chosen(shown);
  }

  #shown({ covers }: Segment): number[] {
    return covers.filter((index) => !this.#hidden.has(this.#annotations[index]!.kind));
  }

  /** The shortest span colours a piece; those around it draw a line below. */
  #paint(): void {
    for (const { segment, begins, element } of this.#marked) {
      const kinds = this.#shown(segment).map((index) => this.#annotations[index]!.kind);
      const inner = kinds.at(-1);
      const outer = kinds.length > 1 ? kinds[0]! : undefined;
      element.className = inner ? `mark k-${slug(inner)}${outer ? ` o-${slug(outer)}` : ""}` : "";
      element.title = kinds.map((kind) => MARK[kind] ?? kind).join(" · ");
      element.tabIndex = inner && begins ? 0 : -1;
      element.ariaDisabled = inner ? null : "true";
    }
  }

  #legend(): HTMLElement {
    const counts = new Map<string, number>(Object.keys(MARK).map((kind) => [kind, 0]));
    for (const { kind } of this.#annotations) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const toggles = [...counts]
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => {
        const box = h("input", { type: "checkbox", value: kind, checked: true });
        box.addEventListener("change", () => {
          if (box.checked) this.#hidden.delete(kind);
          else this.#hidden.add(kind);
          this.#paint();
        });
        return h("label", { class: `k-${slug(kind)}` }, box, ` ${MARK[kind] ?? kind} `, h("small", {}, count));
      });
    return h("fieldset", { class: "legend" }, h("legend", {}, "Marked in the text 标注"), ...toggles);
  }
}

function slug(kind: string): string {
  return kind in MARK ? kind : "other";
}
