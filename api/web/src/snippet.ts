/** A search's snippet is escaped HTML with <mark> only; it is read here, never handed to the browser as HTML. */

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Return the pieces of a snippet; what is neither a mark nor a character reference stands as it is. */
export function pieces(snippet: string): Piece[] {
  const found: Piece[] = [];
  let marked = false;
  for (const part of snippet.split(/(<\/?mark>)/)) {
    if (part === "<mark>" || part === "</mark>") marked = part === "<mark>";
    else if (part) found.push({ text: unescaped(part), marked });
  }
  return found;
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : parseInt(decimal!, 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
