import type { Part } from '../../model/report/ledger.js';
import { type Column, type Columns, minus } from '../../stats/columns.js';
import { meanInterval } from '../../stats/student-t.js';
import { mean } from '../../stats/summary.js';
import type { PathNumbers } from '../forks/path-numbers.js';

/** Interference by cause. `compiling` is NaN in replicates without V8's log; without any log that part is missing. */
export function interferenceParts(
  { interference, preempted }: Pick<Columns<PathNumbers>, 'interference' | 'preempted'>,
  compiling: Column,
): Part[] {
  const logged = compiling.filter(Number.isFinite);
  const compiled = logged.length === 0 ? 0 : mean(logged);
  return [
    { name: 'pre-emption', ...meanInterval(preempted) },
    ...(logged.length === 0 ? [] : [{ name: 'compilation', ...meanInterval(logged) }]),
    { name: 'contention', ...meanInterval(minus(interference, preempted).map((ns) => ns - compiled)) },
  ];
}
