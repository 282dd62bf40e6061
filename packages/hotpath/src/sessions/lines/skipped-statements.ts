import type { ScriptReader, ScriptText } from '../../source/scripts.js';
import type { CountedThread, ThrownFrame, ThrownStack } from '../../v8/counted.js';

/** A statement that exceptions kept from running, although V8 counts it. Offsets in the text that ran. */
export interface SkippedStatement {
  readonly start: number;
  /** As in SkippedNode. */
  readonly branch: number;
  /** Where the exceptions came to the statement's function. */
  readonly from: number;
  readonly count: number;
  /** Whether it is certain that they did not end before. */
  readonly isSure: boolean;
}

/** The statements that the exceptions of a thread skipped, by file. */
export function skippedStatements(
  { thrown }: CountedThread,
  read: ScriptReader,
): ReadonlyMap<string, readonly SkippedStatement[]> {
  const skipped = new Map<string, SkippedStatement[]>();
  const arrivalAt = arrivalFinder(thrown, read);
  for (const stack of thrown) {
    for (const { file, ...one } of skippedBy(stack, (frame) => arrivalAt(frame, stack.toPromise))) {
      const list = skipped.get(file) ?? [];
      skipped.set(file, list);
      list.push(one);
    }
  }
  return skipped;
}

/** What an exception does at a frame; null where the text is not known. */
interface Arrival extends ReturnType<ScriptText['unwinding']> {
  readonly offset: number;
  /** Whether exceptions come to a `finally` on the way: one of them may have taken the place of this one. */
  readonly mayBeReplaced: boolean;
}

function* skippedBy(
  { frames, count, toPromise }: ThrownStack,
  arrival: (frame: ThrownFrame) => Arrival | null,
): Generator<SkippedStatement & { readonly file: string }> {
  let isSure = true;
  for (const [depth, frame] of frames.entries()) {
    const here = arrival(frame);
    if (depth === 0 && toPromise && here) {
      if (here.rejects === 'yes') return;
      isSure = here.rejects === 'no';
    }
    if (here) {
      const { offset: from, skipped, ends } = here;
      if (here.mayBeReplaced) isSure = false;
      for (const node of skipped) yield { file: frame.file, ...node, from, count, isSure };
      if (ends === 'yes') return;
      if (ends === 'no') continue;
    }
    isSure = false;
  }
}

type ArrivalFinder = (frame: ThrownFrame, toPromise: boolean) => Arrival | null;

function arrivalFinder(thrown: readonly ThrownStack[], read: ScriptReader): ArrivalFinder {
  const comeTo = offsetsByFile(thrown, read);
  const find: ArrivalFinder = ({ file, line, column }, toPromise) => {
    const script = read(file);
    if (!script) return null;
    const offset = script.offsetOf(line, column);
    const found = script.unwinding(offset, toPromise);
    const offsets = comeTo.get(file) ?? [];
    const mayBeReplaced = found.through.some(({ start, end }) =>
      offsets.some((at) => start <= at && at < end),
    );
    return { offset, mayBeReplaced, ...found };
  };
  const known = new Map<string, Arrival | null>();
  return (frame, toPromise) => {
    const key = `${frame.file}:${frame.line}:${frame.column}:${toPromise}`;
    if (!known.has(key)) known.set(key, find(frame, toPromise));
    return known.get(key) ?? null;
  };
}

/** Where exceptions are thrown or arrive. */
function offsetsByFile(
  thrown: readonly ThrownStack[],
  read: ScriptReader,
): ReadonlyMap<string, readonly number[]> {
  const offsets = new Map<string, number[]>();
  for (const { file, line, column } of thrown.flatMap(({ frames }) => frames)) {
    const offset = read(file)?.offsetOf(line, column);
    if (offset === undefined) continue;
    const known = offsets.get(file);
    if (known) known.push(offset);
    else offsets.set(file, [offset]);
  }
  return offsets;
}
