/** Draws a trace as a picture: a document a box, higher ones above, and a line for each relation. */
import { AroundDocument, FindDocument, type AroundQuery, type TypedDocumentString } from "./generated.ts";

type Trace = AroundQuery["trace"];

const SVG = "http://www.w3.org/2000/svg";
const [WIDTH, HEIGHT, GAP] = [260, 56, 30];

async function ask<Result, Variables>(operation: TypedDocumentString<Result, Variables>, variables: Variables): Promise<Result> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: operation.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Result; errors?: { message: string }[] };
  if (!data || errors) throw new Error(errors?.map((error) => error.message).join(" ") ?? response.statusText);
  return data;
}

function make(name: string, attributes: Record<string, string | number>, ...children: (Element | string)[]): Element {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

function draw({ nodes, edges }: Trace): Element {
  const rows = [...new Set(nodes.map((node) => node.depth))].sort((one, other) => one - other);
  const places = new Map<string, { x: number; y: number }>();
  const boxes = nodes.map(({ depth, document }) => {
    const x = [...places.values()].filter((place) => place.y === rows.indexOf(depth) * (HEIGHT + 2 * GAP)).length * (WIDTH + GAP);
    const y = rows.indexOf(depth) * (HEIGHT + 2 * GAP);
    places.set(document.id, { x, y });
    const text = make("text", { x: x + 8, y: y + 32 }, document.docNumber ?? document.title);
    return make("g", { class: "document" }, make("rect", { x, y, width: WIDTH, height: HEIGHT, fill: "none", stroke: "gray" }), text);
  });
  const lines = edges.flatMap(({ relation, from, to, citations }) => {
    const [lower, upper] = [places.get(from.id), places.get(to.id)];
    if (!lower || !upper) return [];
    const [x1, y1, x2, y2] = [lower.x + WIDTH / 2, lower.y, upper.x + WIDTH / 2, upper.y + HEIGHT];
    const words = make("title", {}, `${relation}: ${citations[0]?.evidence.quote ?? ""}`);
    return [make("line", { class: "relation", x1, y1, x2, y2, stroke: "gray" }, words)];
  });
  return make("svg", { width: "100%", height: rows.length * (HEIGHT + 2 * GAP) }, ...lines, ...boxes);
}

const number = new URLSearchParams(location.search).get("number") ?? "";
const { document: found } = await ask(FindDocument, { number });
if (found) document.body.append(draw((await ask(AroundDocument, { document: found.id })).trace));
else document.body.append(`${number}: unknown`);
