import type { ForkMeasurement } from '../../model/measurement/measurement.js';
import type { Estimate } from '../../model/report/estimate.js';
import type { Collections, LedgerRow } from '../../model/report/ledger.js';

const notThePath = 'it is not part of the path';

/** The row of garbage collection. */
export function collectionRow(estimate: Estimate, total: Estimate): LedgerRow {
  return {
    id: 'garbage collection',
    name: 'garbage collection',
    kind: 'system',
    parent: null,
    place: null,
    ...estimate,
    inclusive: estimate,
    share: estimate.mean / total.mean,
    calls: 1,
    routes: {
      spans: null,
      outside: null,
      marginal: null,
      sampled: null,
      discord: null,
      atOdds: null,
      refused: { marginal: notThePath, sampled: notThePath },
    },
    floor: null,
    waiting: null,
    allocatedBytes: null,
    code: null,
    dilation: null,
    confidence: 'medium',
    reason: 'bytes allocated times the cost of pauses per byte in a fork that runs one copy of the path',
  };
}

/** The row of garbage collection by kind of pause, in proportion to each kind's share of all pauses. */
export function collectionsByKind(forks: readonly ForkMeasurement[], collection: Estimate): Collections[] {
  const pauses = forks.flatMap((fork) => fork.pauses);
  const all = pauses.reduce((sum, { ns }) => sum + ns, 0);
  return [...new Set(pauses.map(({ kind }) => kind))].sort().map((kind) => {
    const own = pauses.filter((each) => each.kind === kind);
    const ns = own.reduce((sum, each) => sum + each.ns, 0);
    const share = ns / all;
    const time = {
      mean: share * collection.mean,
      low: share * collection.low,
      high: share * collection.high,
    };
    const meanPause = ns / own.reduce((sum, each) => sum + each.count, 0);
    return { name: kind, ...time, pauses: time.mean / meanPause };
  });
}
