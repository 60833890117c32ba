// Run by test_typescript.py with Node's own test runner, which strips the types.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "../../../api/web/src/snippet.ts";
import { lineStarts, split, units } from "../../../api/web/src/spans.ts";

const covered = (text: string, spans: { start: number; end: number }[], index: number) =>
  split(text, spans)
    .filter((segment) => segment.covers.includes(index))
    .map((segment) => segment.text)
    .join("");

test("offsets count code points, and characters outside the first plane are one", () => {
  const text = "𠮷野家《𪚥文》";
  assert.deepEqual([...units(text)], [0, 2, 3, 4, 5, 7, 8, 9]);
  assert.equal(covered(text, [{ start: 3, end: 7 }], 0), "《𪚥文》");
  assert.deepEqual([...units("")], [0]);
});

test("a text without spans is one piece, an empty one none", () => {
  assert.deepEqual(split("甲乙", []), [{ text: "甲乙", start: 0, covers: [] }]);
  assert.deepEqual(split("", []), []);
});

test("overlapping spans are cut at every boundary, the longest first", () => {
  const segments = split("甲乙丙丁戊", [{ start: 1, end: 3 }, { start: 2, end: 5 }]);
  assert.deepEqual(segments, [
    { text: "甲", start: 0, covers: [] },
    { text: "乙", start: 1, covers: [0] },
    { text: "丙", start: 2, covers: [1, 0] },
    { text: "丁戊", start: 3, covers: [1] },
  ]);
});

test("nested and equal spans stay apart", () => {
  const spans = [{ start: 1, end: 3 }, { start: 0, end: 4 }, { start: 1, end: 3 }];
  assert.deepEqual(split("甲乙丙丁", spans).map((segment) => segment.covers), [[1], [1, 0, 2], [1]]);
});

test("spans that meet do not cover each other", () => {
  assert.deepEqual(split("甲乙", [{ start: 0, end: 1 }, { start: 1, end: 2 }]).map((segment) => segment.covers), [[0], [1]]);
});

test("spans outside the text, empty or turned around are left out", () => {
  const spans = [{ start: -1, end: 1 }, { start: 1, end: 9 }, { start: 1, end: 1 }, { start: 2, end: 1 }];
  assert.deepEqual(split("甲乙", spans).map((segment) => segment.covers), [[]]);
});

test("breaks cut without covering, so that lines are whole pieces", () => {
  const text = "𠮷\n\n乙";
  assert.deepEqual(lineStarts(text), [0, 2, 3]);
  assert.deepEqual(split(text, [{ start: 0, end: 4 }], lineStarts(text)).map((segment) => segment.text), ["𠮷\n", "\n", "乙"]);
});

test("of any spans the pieces join to the text, and those of a span to its words", () => {
  let seed = 7;
  const below = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit;
  for (let round = 0; round < 500; round += 1) {
    const points = Array.from({ length: below(40) }, () => ["甲", "𠮷", "\n", "a", "👨"][below(5)]!);
    const text = points.join("");
    const spans = Array.from({ length: below(8) }, () => ({ start: below(points.length + 1), end: below(points.length + 1) }));
    const segments = split(text, spans, lineStarts(text));
    assert.equal(segments.map((segment) => segment.text).join(""), text);
    for (const [index, { start, end }] of spans.entries()) {
      assert.equal(covered(text, spans, index), points.slice(start, Math.max(start, end)).join(""));
    }
  }
});

test("a snippet becomes text and marks, and nothing in it becomes HTML", () => {
  assert.deepEqual(pieces("甲<mark>乙</mark>丙"), [
    { text: "甲", marked: false },
    { text: "乙", marked: true },
    { text: "丙", marked: false },
  ]);
  assert.deepEqual(pieces("&lt;mark&gt; &amp;lt; &quot;&#39;&#x27;&nope;"), [{ text: `<mark> &lt; "''&nope;`, marked: false }]);
  assert.deepEqual(pieces('<img src="x"><mark>&#x110000;</mark>'), [
    { text: '<img src="x">', marked: false },
    { text: "&#x110000;", marked: true },
  ]);
});
