import { parseSource, scriptExtensions } from '../../instrument/syntax/parse.js';

/** A comment that names a source map, by its text after `//` or `/*`. V8 also takes `@`, which old tools wrote. */
const naming = /^[#@]\s+sourceMappingURL=\s*([^\s'"]+)\s*$/;

/**
 * The address of the source map that the last such comment of a script names (ECMA-426, 11.1.2.1); null if there is none.
 * Strings that look like such a comment are none.
 */
export function mapAddress(file: string, text: string): string | null {
  if (!text.includes('sourceMappingURL=')) return null;
  const name = scriptExtensions.test(file) ? file : `${file}.js`;
  const addresses = commentsOf(name, text).flatMap((comment) => naming.exec(comment)?.[1] ?? []);
  return addresses.at(-1) ?? null;
}

/** The comments of a script; of one that cannot be parsed, what looks like comments of a line. */
function commentsOf(file: string, text: string): string[] {
  try {
    return parseSource(file, text).comments.map(({ value }) => value);
  } catch {
    return [...text.matchAll(/^\s*\/\/(.*)$/gm)].map(([, comment]) => comment as string);
  }
}
