/** Cuts a text at every boundary of its spans. The server counts code points, JavaScript UTF-16 units. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of the text that no span begins or ends in; `covers` are the indexes of the spans over it, longest first. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly covers: readonly number[];
}

/** The UTF-16 index of every code point, and behind the last one the text's length. */
export function units(text: string): Uint32Array {
  const found = new Uint32Array(text.length + 1);
  let count = 0;
  for (let index = 0; index < text.length; index += text.codePointAt(index)! > 0xffff ? 2 : 1) found[count++] = index;
  found[count++] = text.length;
  return found.subarray(0, count);
}

/** Where the lines begin, in code points. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  let count = 0;
  for (const character of text) {
    count += 1;
    if (character === "\n") starts.push(count);
  }
  return starts;
}

/** Cut `text` at every start and end of `spans` and at `breaks`; the pieces joined are the text. */
export function split(text: string, spans: readonly Span[], breaks: readonly number[] = []): Segment[] {
  const at = units(text);
  const length = at.length - 1;
  const sound = spans.map((_, index) => index).filter((index) => within(spans[index]!, length));
  const cuts = new Set([0, length, ...breaks.filter((place) => place > 0 && place < length)]);
  for (const index of sound) cuts.add(spans[index]!.start).add(spans[index]!.end);
  const places = [...cuts].sort((one, other) => one - other);

  const waiting = sound.sort((one, other) => spans[one]!.start - spans[other]!.start);
  let next = 0;
  let open: number[] = [];
  const segments: Segment[] = [];
  for (let place = 0; place + 1 < places.length; place += 1) {
    const [start, end] = [places[place]!, places[place + 1]!];
    open = open.filter((index) => spans[index]!.end > start);
    while (next < waiting.length && spans[waiting[next]!]!.start <= start) open.push(waiting[next++]!);
    open.sort((one, other) => size(spans[other]!) - size(spans[one]!) || one - other);
    segments.push({ text: text.slice(at[start], at[end]), start, covers: [...open] });
  }
  return segments;
}

function within({ start, end }: Span, length: number): boolean {
  return start >= 0 && start < end && end <= length;
}

function size({ start, end }: Span): number {
  return end - start;
}
