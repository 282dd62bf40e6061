import type { Encoding } from './encoding.js';

/** What a file is. */
export type Recognised =
  | { readonly kind: 'encoded'; readonly by: Encoding }
  | { readonly kind: 'profile'; readonly format: 'JSON object' | 'JSON list' | 'pprof' | 'collapsed stacks' }
  /** `what` completes "it is …". */
  | { readonly kind: 'other'; readonly what: string };

/** The number of bytes that are enough to recognise a file. */
export const headBytes = 4096;

/** Recognises a file by its first bytes; by the ending of its name only where no bytes tell. */
export function recognise(head: Uint8Array, name: string): Recognised {
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  const what = others.find(([starts]) => starts.some((start) => beginsWith(text, start)))?.[1];
  if (what !== undefined) return { kind: 'other', what };
  const encoding = encodingOf(head, name);
  return encoding ? { kind: 'encoded', by: encoding } : { kind: 'profile', format: formatOf(text, name) };
}

function encodingOf(head: Uint8Array, name: string): Encoding | null {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x1f, 0x8b)) return 'gzip';
  if (starts(0x28, 0xb5, 0x2f, 0xfd)) return 'Zstandard';
  if (/\.br$/i.test(name)) return 'Brotli';
  // JSON without a byte order mark: a bracket is never followed by a zero byte otherwise.
  const isBracket = (byte: number | undefined): boolean => byte === 0x7b || byte === 0x5b;
  if (starts(0xff, 0xfe) || (isBracket(head[0]) && head[1] === 0)) return 'UTF-16 (little-endian)';
  if (starts(0xfe, 0xff) || (head[0] === 0 && isBracket(head[1]))) return 'UTF-16 (big-endian)';
  return null;
}

function beginsWith(text: string, start: string | RegExp): boolean {
  return typeof start === 'string' ? text.startsWith(start) : start.test(text);
}

/** Files that are no profiles, by how they start, in Latin-1. */
const others: readonly (readonly [starts: readonly (string | RegExp)[], what: string])[] = [
  [['PK\x03\x04'], 'a ZIP archive; unpack it first'],
  [['\xfd7zXZ\0'], 'packed with xz; unpack it first'],
  [[/^BZh[1-9]1AY&SY/], 'packed with bzip2; unpack it first'],
  [['7z\xbc\xaf'], 'a 7-Zip archive; unpack it first'],
  [['\xff\xfe\0\0', '\0\0\xfe\xff'], 'a text in UTF-32; save it in UTF-8'],
  [['PERFILE2'], 'a recording of Linux perf; make collapsed stacks of it with `perf script`'],
  [['v8-version,'], 'a log of V8 (--prof); record with --cpu-prof instead'],
  [['\x7fELF', 'MZ\x90\0', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe'], 'a program'],
  [['#!'], 'a script'],
  [[/^\s*<(?:!doctype|html|svg|\?xml)\b/i], 'HTML, SVG or XML'],
  [['\x89PNG', '%PDF-', 'GIF89a', '\xff\xd8\xff', 'SQLite format'], 'a picture, a document or a database'],
];

function formatOf(text: string, name: string): (Recognised & { readonly kind: 'profile' })['format'] {
  if (/^\s*\{\s*(?:["}]|$)/.test(text)) return 'JSON object';
  if (/^\s*\[\s*(?:[{\]]|$)/.test(text)) return 'JSON list';
  const isText = /\.(?:collapsed|folded|txt)$/i.test(plainName(name));
  return !isText && isBinary(text) ? 'pprof' : 'collapsed stacks';
}

/** A name without the endings of packed files. */
export function plainName(name: string): string {
  return name.replace(/(?:\.(?:gz|br|zst))+$/i, '');
}

/** Whether a text has control characters; each pprof profile has some in its first field. */
function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return /[\x00-\x08\x0e-\x1a]/.test(text);
}
