import type { Hits } from '../../profiles/lines/lines-of-function.js';
import type { CountedText, ScriptReader, ScriptText } from '../../source/scripts.js';
import { type BlockAt, blockFinder, type CountedBlock, scriptsByFile } from '../../v8/block-counts.js';
import type { Counted } from '../../v8/counted.js';
import type { ScriptCoverage } from '../../v8/read-coverage.js';
import { type SkippedStatement, skippedStatements } from './skipped-statements.js';

/** The hits of the statements of a script, in the order of its outline; null where its executions were not counted. */
export type HitCounter = (file: string) => readonly Hits[] | null;

/** The counts of a thread for one file. Offsets are those of the text that ran. */
interface ThreadCounts {
  /** Of each time that the script was loaded. */
  readonly blocks: readonly BlockAt[];
  /** By the offset of the statement. */
  readonly skipped: ReadonlyMap<number, readonly SkippedStatement[]>;
  readonly knowsAll: boolean;
}

/**
 * Hits per operation of several threads that ran `operations` together: those of the block around a statement, by V8, less the
 * exceptions that left the block before the statement. `read` reads scripts as they ran while they were counted.
 */
export function hitCounter(counted: readonly Counted[], read: ScriptReader, operations: number): HitCounter {
  const threads = counted.map(({ coverage, thread }) => ({
    scripts: scriptsByFile(coverage),
    skipped: thread && skippedStatements(thread, read),
    knowsAll: thread?.knowsAll ?? false,
  }));
  return (file) => {
    const script = read(file);
    if (!script) return null;
    const { leaks, ...text } = script.counted();
    const leaked = leaks.flatMap(({ from, skipped }) =>
      skipped.map((node) => ({ ...node, from, count: 0, isSure: false })),
    );
    const own = threads.flatMap(({ scripts, skipped, knowsAll }): ThreadCounts[] => {
      const loaded = scripts.get(file);
      if (!loaded) return [];
      const blocks = loaded.map((one) => nodeCounter(one, text, script.lead));
      const all = [...leaked, ...(skipped?.get(file) ?? [])];
      return [{ blocks, skipped: byStart(all), knowsAll }];
    });
    return own.length === 0 ? null : hitsOfScript(script, own, operations);
  };
}

function hitsOfScript(
  { outline, lead }: ScriptText,
  threads: readonly ThreadCounts[],
  operations: number,
): Hits[] {
  const seen = new Set<number>();
  return outline.statements.map(({ start, owner, outerStart }) => {
    const isFirst = !seen.has(owner);
    seen.add(owner);
    return perOperation(
      threads.map((thread) => hitsOf({ start, outerStart, isFirst }, lead, thread)),
      operations,
    );
  });
}

interface CountedStatement {
  readonly start: number;
  /** As in OutlinedStatement. */
  readonly outerStart: number;
  /** Whether nothing in its function can have thrown before it. */
  readonly isFirst: boolean;
}

function hitsOf(
  { start, outerStart, isFirst }: CountedStatement,
  lead: number,
  { blocks, skipped, knowsAll }: ThreadCounts,
): Hits {
  // V8 lists no functions that were never made; the block found is then outside.
  const inside = blocks
    .map((blockAt) => blockAt(start - lead))
    .filter((block) => block !== null)
    .filter(({ startOffset }) => startOffset >= outerStart - lead);
  let count = inside.reduce((sum, block) => sum + block.count, 0);
  let atMost = count > 0 && !knowsAll && !isFirst;
  for (const one of skipped.get(start) ?? []) {
    if (!inside.some((block) => leaves(one, lead, block))) continue;
    if (one.isSure) count -= one.count;
    else atMost ||= count > 0;
  }
  return { count, atMost: atMost && count > 0 };
}

/**
 * Finds the block that has the count of a node of a script, by the node's offset as V8 has it. After some loops, V8's count is wrong. After
 * the branches of an expression, it is that of the block around.
 */
function nodeCounter(
  script: ScriptCoverage,
  { miscounted, branchesBefore }: Omit<CountedText, 'leaks'>,
  lead: number,
): BlockAt {
  const loops = miscounted.map(({ start, end }) => ({ start: start - lead, end: end - lead }));
  const affected = new Set(miscounted.flatMap((loop) => loop.affected));
  const [plain, withoutLoops] = [blockFinder(script), blockFinder(script, loops)];
  const find: BlockAt = (offset) => {
    const block = (affected.has(offset + lead) ? withoutLoops : plain)(offset);
    const branches = branchesBefore(offset + lead);
    return !block || !branches || block.startOffset >= branches.to - lead
      ? block
      : find(branches.from - lead);
  };
  return find;
}

/** Whether execution left a block of V8 that is around the skipped statement. */
function leaves({ from, branch }: SkippedStatement, lead: number, block: CountedBlock): boolean {
  const { startOffset, endOffset } = block;
  return startOffset <= from - lead && from - lead < endOffset && startOffset < branch - lead;
}

function perOperation(threads: readonly Hits[], operations: number): Hits {
  return {
    count: threads.reduce((sum, { count }) => sum + count, 0) / operations,
    atMost: threads.some(({ atMost }) => atMost),
  };
}

function byStart(skipped: readonly SkippedStatement[]): Map<number, SkippedStatement[]> {
  const found = new Map<number, SkippedStatement[]>();
  for (const one of skipped) found.set(one.start, [...(found.get(one.start) ?? []), one]);
  return found;
}
