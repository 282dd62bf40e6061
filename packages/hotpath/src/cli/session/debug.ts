import type { Output } from '../output.js';

/** HOTPATH_DEBUG=1 prints what each fork did to stderr and keeps the job files; null: nothing is printed or kept. */
export function forkDebug(env: NodeJS.ProcessEnv, output: Output): ((text: string) => void) | null {
  if (env.HOTPATH_DEBUG !== '1') return null;
  return (text) => output.err(`hotpath debug: ${text}`);
}
