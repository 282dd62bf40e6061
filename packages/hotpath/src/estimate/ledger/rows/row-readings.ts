import type { Row } from '../../../model/path/row.js';
import { type Column, type Columns, columnsOf, minus, times } from '../../../stats/columns.js';
import { mean } from '../../../stats/summary.js';
import type { MarginalEstimate } from '../../forks/marginal-estimate.js';
import type { SpanEstimate } from '../../forks/node-estimates.js';
import type { Replicate } from '../../forks/replicates.js';

/** What the replicates measured of one row. Columns hold one value per replicate, in their order. */
export interface RowReadings {
  readonly row: Row;
  readonly span: Columns<SpanEstimate>;
  /** Spans minus the timer's interval, ns per operation. */
  readonly corrected: Column;
  /** Mean executions per operation. */
  readonly calls: number;
  /** Null where the row's place is not repeated. */
  readonly marginal: Columns<MarginalEstimate> | null;
}

export function readRow(row: Row, replicates: readonly Replicate[]): RowReadings {
  const span = columnsOf(replicates.map(({ spans }) => known(spans.get(row.node), row)));
  const interval = replicates.map(({ numbers }) => numbers.interval);
  const marginals = replicates.flatMap(({ marginals }) => marginals.get(row.node) ?? []);
  return {
    row,
    span,
    corrected: minus(span.raw, times(interval, span.timedCalls)),
    calls: mean(span.calls),
    marginal: marginals.length === 0 ? null : columnsOf(marginals),
  };
}

function known(span: SpanEstimate | undefined, { id, node }: Row): SpanEstimate {
  if (!span) throw new Error(`no fork timed ${id} (node ${node})`);
  return span;
}
