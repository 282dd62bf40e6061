import { PathRefusal } from '../../errors.js';
import { type BenchmarkCase, type CaseHooks, nothing, type OpenCase } from './collector.js';

/** What the command line has to know of a case. */
export interface CaseSummary {
  /** Its number in the file, from 0. */
  readonly index: number;
  readonly names: readonly string[];
  readonly refused: string | null;
  readonly hooks: CaseHooks;
}

/** A description of cases that a specification's inspection gives: each is the name of an operation, as JSON. */
export function summaries(cases: readonly BenchmarkCase[]): Readonly<Record<string, () => void>> {
  const texts = cases.map(({ names, refused, hooks }, index) =>
    JSON.stringify({ index, names, refused, hooks }),
  );
  return Object.fromEntries(texts.map((text) => [text, () => {}]));
}

/** One case of a file. Throws a PathRefusal where the file has other cases than when they were listed. */
export function caseAt(
  cases: readonly BenchmarkCase[],
  index: number,
  names: readonly string[],
  shown: string,
): BenchmarkCase {
  const found = cases[index];
  if (found && found.names.join() === names.join()) return found;
  throw new PathRefusal(
    `${shown}: has other cases each time it is loaded: case ${index + 1} was ${names.join(' > ')}`,
    'Let the file register the same cases in the same order.',
  );
}

/** Makes a case ready. Throws a PathRefusal where it has something around its operation that it did not show before. */
export async function openCase(own: BenchmarkCase): Promise<Required<OpenCase>> {
  const { before, after, ...opened } = await own.open();
  if ((before && !own.hooks.before) || (after && !own.hooks.after))
    throw new PathRefusal(
      `${own.names.join(' > ')}: makes parameters for each operation in a way that cannot be followed`,
      'State the operation by --eval.',
    );
  return { ...opened, before: before ?? nothing, after: after ?? nothing };
}
