/** What a marked span rests on: its words, where they are printed, the rule, and what they mean. */
import { ask, failure } from "./ask.ts";
import { facts, h } from "./dom.ts";
import { AnswerableDocument, MarkedDocument, type MarkedQuery, type ReadQuery } from "./generated.ts";
import { DEADLINE, LEVEL, MARK, ORIGIN, RELATION, ROLE, STATUS, place } from "./labels.ts";
import { named } from "./links.ts";

type Annotation = NonNullable<ReadQuery["document"]>["annotations"][number];
type Found = NonNullable<MarkedQuery["node"]>;

export class Panel {
  readonly element: HTMLElement;
  readonly #body = h("div", { "aria-live": "polite" }, h("p", { class: "none" }, "Choose a marked span to see what it rests on. 点击标注查看依据。"));
  readonly #document: string;
  #shown = 0;

  constructor(document: string) {
    this.#document = document;
    this.element = h("aside", { class: "panel", "aria-label": "Evidence 依据" }, h("h2", {}, "Evidence 依据"), this.#body);
  }

  /** Show annotations that lie over one another, the innermost first; the last call wins. */
  async show(annotations: readonly Annotation[]): Promise<void> {
    const turn = (this.#shown += 1);
    const cards = await Promise.all([...annotations].reverse().map((annotation) => this.#card(annotation)));
    if (turn === this.#shown) this.#body.replaceChildren(...cards);
  }

  async #card(annotation: Annotation): Promise<HTMLElement> {
    const { kind, evidence } = annotation;
    let meaning: HTMLElement;
    try {
      meaning = await this.#meaning(annotation);
    } catch (error) {
      meaning = failure(error);
    }
    const page = [evidence.page, evidence.printedPage !== null && ` (printed 印刷页 ${evidence.printedPage})`];
    return h(
      "section",
      { class: `card k-${kind in MARK ? kind : "other"}` },
      h("h3", {}, MARK[kind] ?? kind),
      h("blockquote", { lang: "zh-CN" }, evidence.quote),
      meaning,
      facts(
        ["Page 页", evidence.page === null ? null : page],
        ["Rule 规则", evidence.rule && h("code", {}, evidence.rule)],
        ["Stated by 来源", ORIGIN[evidence.origin]],
        ["Code points 字位", h("a", { href: `#${evidence.start}` }, `${evidence.start}–${evidence.end}`)],
      ),
    );
  }

  async #meaning(annotation: Annotation): Promise<HTMLElement> {
    if (annotation.kind === "responsibility") return this.#responsibility(annotation);
    const { node } = await ask(MarkedDocument, { node: annotation.node });
    return node ? described(node) : facts();
  }

  async #responsibility({ node, evidence }: Annotation): Promise<HTMLElement> {
    const { measures } = await ask(AnswerableDocument, { document: this.#document, department: node });
    const here = measures.nodes.flatMap(({ path, responsibilities }) =>
      responsibilities.filter((one) => one.evidence.start === evidence.start && one.evidence.end === evidence.end).map((one) => ({ path, ...one })),
    );
    return h(
      "div",
      {},
      ...here.map(({ path, role, generic, department, duty }) =>
        facts(
          ["Body 单位", [department.name, generic && " (collective 泛指)"]],
          ["Role 职责", ROLE[role]],
          ["Measure 措施", h("a", { href: `#${encodeURIComponent(path)}` }, place(path))],
          ["Answers for 职责范围", h("q", { lang: "zh-CN" }, duty.quote)],
        ),
      ),
    );
  }
}

function described(node: Found): HTMLElement {
  switch (node.__typename) {
    case "Citation":
      return facts(
        ["Relation 关系", RELATION[node.relation]],
        ["Cue 线索词", node.cue],
        ["Cites 被引文件", node.cited && named(node.cited)],
        ["May be 候选", node.candidates.length ? h("ul", {}, ...node.candidates.map((one) => h("li", {}, named(one)))) : null],
        ["Article 条款", node.article],
        ["Status 状态", STATUS[node.status]],
        ["Confidence 置信度", node.confidence],
      );
    case "Deadline":
      return facts(["Kind 类别", DEADLINE[node.limit]], ["From 起", node.startsOn], ["To 止", node.endsOn]);
    case "Department":
      return facts(["Body 机构", node.name], ["Level 层级", node.level && LEVEL[node.level]]);
    case "Region":
      return facts(["Region 地区", node.name], ["Level 层级", node.level && LEVEL[node.level]]);
    default:
      return facts();
  }
}
