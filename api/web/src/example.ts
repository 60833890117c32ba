/** The sentence that an example begins with, as its comment says it. */
export function sentence(example: string): string {
  return example.split("\n", 1)[0]!.replace(/^#\s*/, "");
}
