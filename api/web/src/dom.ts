/** Makes elements; whatever comes from the server becomes text nodes and attributes, never HTML. */

export type Child = Node | string | number | null | undefined | false;

/** Make an element; an attribute that is false, null or undefined is left out. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number | boolean | null | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...solid(children));
  return element;
}

/** Name and value pairs as a <dl>; a pair without a value is left out. */
export function facts(...pairs: readonly (readonly [string, Child | readonly Child[]])[]): HTMLElement {
  const list = h("dl", { class: "facts" });
  for (const [name, value] of pairs) {
    const values = solid(Array.isArray(value) ? value : [value as Child]);
    if (values.length) list.append(h("div", {}, h("dt", {}, name), h("dd", {}, ...values)));
  }
  return list;
}

/** The page's main part, with what is shown now. */
export function show(...children: readonly Child[]): void {
  const main = document.getElementById("page")!;
  main.replaceChildren(...solid(children));
  main.removeAttribute("aria-busy");
}

/** Say in a sentence why there is nothing to show; `again` offers a further try. */
export function state(sentence: string, again: boolean = false): HTMLElement {
  const element = h("div", { class: "state", role: "alert" }, h("p", {}, sentence));
  if (again) {
    const button = h("button", { type: "button" }, "Try again 重试");
    button.addEventListener("click", () => location.reload());
    element.append(button);
  }
  return element;
}

function solid(children: readonly Child[]): (Node | string)[] {
  return children
    .filter((child) => child !== null && child !== undefined && child !== false && child !== "")
    .map((child) => (typeof child === "number" ? String(child) : (child as Node | string)));
}
