import { scriptFile } from '../model/text/script-file.js';
import type { Coverage, ScriptCoverage } from './read-coverage.js';

/** A stretch of text whose executions V8 counted, as UTF-16 offsets. */
export interface CountedBlock {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** A range of text, as UTF-16 offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The innermost block around an offset of a script; null where there is none. */
export type BlockAt = (offset: number) => CountedBlock | null;

/** The scripts of a coverage, by file. A script that was loaded several times is there as often. */
export function scriptsByFile({ result }: Coverage): ReadonlyMap<string, readonly ScriptCoverage[]> {
  const scripts = new Map<string, ScriptCoverage[]>();
  for (const script of result) {
    const file = scriptFile(script.url);
    scripts.set(file, [...(scripts.get(file) ?? []), script]);
  }
  return scripts;
}

/**
 * The function that initialises the fields of an instance. Its range is the whole class, whose text does not run when it runs; no
 * statement is in it, but in functions inside.
 */
const fieldsOfInstance = '<instance_members_initializer>';

/**
 * Finds the blocks of a script, whose text ran as often as the innermost block around it (https://v8.dev/blog/javascript-code-coverage).
 * What V8 counted after the loops `miscounted` is left out. It searches by bisection in stretches that do not overlap.
 */
export function blockFinder({ functions }: ScriptCoverage, miscounted: readonly Stretch[] = []): BlockAt {
  const blocks: CountedBlock[] = functions
    .filter(({ functionName }) => functionName !== fieldsOfInstance)
    .flatMap(({ ranges }) => ranges)
    .map((block) => cutAtLoop(block, miscounted))
    .filter(({ startOffset, endOffset }) => startOffset < endOffset)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  const starts: number[] = [];
  const innermost: (CountedBlock | null)[] = [];
  const open: CountedBlock[] = [];
  const from = (offset: number): void => {
    starts.push(offset);
    innermost.push(open.at(-1) ?? null);
  };
  const closeUntil = (offset: number): void => {
    for (let last = open.at(-1); last && last.endOffset <= offset; last = open.at(-1)) {
      open.pop();
      from(last.endOffset);
    }
  };
  for (const block of blocks) {
    closeUntil(block.startOffset);
    open.push(block);
    from(block.startOffset);
  }
  closeUntil(Number.POSITIVE_INFINITY);
  return (offset) => innermost[lastAtMost(starts, offset)] ?? null;
}

/** A block that begins in a loop, or at its end, ends there: V8 makes neighbouring blocks of equal counts one. */
function cutAtLoop(block: CountedBlock, loops: readonly Stretch[]): CountedBlock {
  const { startOffset, endOffset } = block;
  const cut = loops.filter(({ start, end }) => start < startOffset && startOffset <= end && end < endOffset);
  return cut.length > 0 ? { ...block, endOffset: Math.min(...cut.map(({ end }) => end)) } : block;
}

/** The index of the last number that is at most `value`; -1 if none is. `numbers` ascend. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let [low, high] = [-1, numbers.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low;
}
