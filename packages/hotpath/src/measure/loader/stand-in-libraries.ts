import { readFileSync } from 'node:fs';
import { benchmarkLibraries, standInMark, standInsKey } from '../../model/path/benchmark-libraries.js';

const known = new Map<string, boolean>();

/** Whether a module that this specification imports is a benchmark library that is stood in for. */
export function isStoodIn(request: string, specification: string): boolean {
  if (!Object.hasOwn(benchmarkLibraries, request)) return false;
  const marked = known.get(specification) ?? readFileSync(specification, 'utf8').startsWith(standInMark);
  known.set(specification, marked);
  return marked;
}

/** What `require` gives for such a library. */
export function standIn(request: string): unknown {
  const all = (globalThis as unknown as Record<symbol, Record<string, unknown> | undefined>)[
    Symbol.for(standInsKey)
  ];
  return all?.[request];
}

const prefix = 'data:text/javascript;hotpath-stand-in,';

/** The URL of a module with the exports of such a library; each variant has its own. */
export function standInUrl(request: string, variant: string | null): string {
  const text = [
    `/* ${request} */ const own = globalThis[Symbol.for(${JSON.stringify(standInsKey)})][${JSON.stringify(request)}];`,
    'export default own;',
    `export const { ${(benchmarkLibraries[request] ?? []).join(', ')} } = own;`,
    `// ${variant ?? ''}`,
  ].join(' ');
  return `${prefix}${encodeURIComponent(text)}`;
}

/** The library of such a URL; null for others. */
export function stoodInBy(url: string): string | null {
  if (!url.startsWith(prefix)) return null;
  return /^\/\* (\S+) \*\//.exec(decodeURIComponent(url.slice(prefix.length)))?.[1] ?? null;
}
