import { fileURLToPath } from 'node:url';
import type { Coverage, ScriptCoverage } from './read-coverage.js';

/** How often the text at each offset of a script ran; offsets ascend. Null where no coverage has the script's file. */
export type BlockCounter = (file: string, offsets: readonly number[]) => readonly number[] | null;

/**
 * Sums V8's block coverage of several processes and threads: text ran as often as the innermost block around it
 * (https://v8.dev/blog/javascript-code-coverage).
 */
export function blockCounter(coverages: readonly Coverage[]): BlockCounter {
  const scripts = new Map<string, ScriptCoverage[]>();
  for (const script of coverages.flatMap(({ result }) => result))
    scripts.set(fileOf(script.url), [...(scripts.get(fileOf(script.url)) ?? []), script]);
  return (file, offsets) => {
    const own = scripts.get(file);
    if (!own) return null;
    const counts = own.map((script) => countsIn(script, offsets));
    return offsets.map((_, index) => counts.reduce((sum, one) => sum + (one[index] as number), 0));
  };
}

/** V8 names scripts by URLs, or by the path in their `sourceURL`. */
function fileOf(url: string): string {
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}

interface Block {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

function countsIn(script: ScriptCoverage, offsets: readonly number[]): number[] {
  const blocks: Block[] = script.functions
    .flatMap(({ ranges }) => ranges)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  const open: Block[] = [];
  let next = 0;
  return offsets.map((offset) => {
    for (let block = blocks[next]; block && block.startOffset <= offset; block = blocks[++next]) {
      closeBefore(open, block.startOffset);
      open.push(block);
    }
    closeBefore(open, offset);
    return open.at(-1)?.count ?? 0;
  });
}

function closeBefore(open: Block[], offset: number): void {
  for (let last = open.at(-1); last && last.endOffset <= offset; last = open.at(-1)) open.pop();
}
