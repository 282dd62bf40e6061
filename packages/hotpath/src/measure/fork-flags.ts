import { join } from 'node:path';
import { loaderFlags } from './loader/node-20-loader.js';

/** How a fork's process differs from others. */
export interface Launch {
  /** Folder in which V8 logs what it compiles; none: it writes no log. */
  readonly codeLog?: string;
  /** Whether its young generation begins at the size that it reaches in a long-running program. */
  readonly isGrown?: boolean;
}

/** Flags of every fork: they preload the loader. */
export const registerFlags: readonly string[] = [
  ...loaderFlags,
  '--import',
  new URL('./loader/register.js', import.meta.url).href,
];

/** Flags of Node and V8 for one fork. */
export function launchFlags({ codeLog, isGrown = false }: Launch): string[] {
  return [...codeLogFlags(codeLog), ...heapFlags(isGrown)];
}

/** Each thread has its own log: threads that share one overwrite it. */
function codeLogFlags(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  return ['--log-code', '--log-deopt', '--logfile-per-isolate', `--logfile=${join(folder, 'v8.log')}`];
}

/** V8's default limit for half of the young generation on 64 bits, MB. V8 reaches it within seconds, collection by collection. */
const grownSemiSpace = 16;

function heapFlags(isGrown: boolean): string[] {
  return isGrown ? [`--min-semi-space-size=${grownSemiSpace}`] : [];
}
