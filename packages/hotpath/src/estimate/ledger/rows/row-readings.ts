import type { Row } from '../../../model/path/row.js';
import { type Column, type Columns, columnsOf, minus, times } from '../../../stats/columns.js';
import { mean } from '../../../stats/summary.js';
import { winsorise } from '../../../stats/winsorise.js';
import type { MarginalEstimate } from '../../forks/marginal-estimate.js';
import type { SpanEstimate } from '../../forks/node-estimates.js';
import type { PathNumbers } from '../../forks/path-numbers.js';
import type { Replicate } from '../../forks/replicates.js';
import { intervalAt, intervalWhereWaiting, type RowInterval } from './row-interval.js';

/** What the replicates measured of one row. Columns hold one value per replicate, in their order. */
export interface RowReadings {
  readonly row: Row;
  readonly span: Columns<SpanEstimate>;
  /**
   * Spans minus the timer's interval, ns per operation. In some processes V8 compiles the probed code in another way, so a value far
   * from those of the other replicates is moved to the limit of what is usual.
   */
  readonly corrected: Column;
  /** Mean executions per operation. */
  readonly calls: number;
  /** The timer's interval at this row. */
  readonly interval: RowInterval;
  /** Null where the row's place is neither repeated nor left out. */
  readonly marginal: Columns<MarginalEstimate> | null;
}

/** Whether a marginal cost is what leaving the row out saves. */
export function isLeftOut({ repeats }: Columns<MarginalEstimate>): boolean {
  return repeats.every((times) => times < 0);
}

/** Spans of one row differ between processes by about this share of the whole. */
const usualSpread = 0.005;

export function readRow(
  row: Row,
  replicates: readonly Replicate[],
  numbers: Columns<PathNumbers>,
  { waits }: { readonly waits: boolean },
): RowReadings {
  const span = columnsOf(replicates.map(({ spans }) => known(spans.get(row.node), row)));
  const calls = mean(span.calls);
  const interval = waits ? intervalWhereWaiting(numbers) : intervalAt(calls, numbers);
  const marginals = replicates.flatMap(({ marginals }) => marginals.get(row.node) ?? []);
  return {
    row,
    span,
    corrected: winsorise(
      minus(span.raw, times(interval.ns, span.timedCalls)),
      numbers.clean,
      usualSpread * mean(numbers.clean),
    ),
    calls,
    interval,
    marginal: marginals.length === 0 ? null : columnsOf(marginals),
  };
}

function known(span: SpanEstimate | undefined, { id, node }: Row): SpanEstimate {
  if (!span) throw new Error(`no fork timed ${id} (node ${node})`);
  return span;
}
