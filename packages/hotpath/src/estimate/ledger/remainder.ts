import type { ForkMeasurement } from '../../model/measurement/measurement.js';
import type { Collections, Estimate, Ledger, Part, Unexplained } from '../../model/report/ledger.js';
import { meanInterval } from '../../stats/student-t.js';
import { mean } from '../../stats/summary.js';
import type { Replicate } from '../forks/replicates.js';
import type { Reconciled } from './reconcile.js';

/**
 * The clean whole without the rows at the top, taken apart. `remainder` is taken to the last bit, so that the ledger
 * adds up.
 */
export function takeRemainderApart(
  replicates: readonly Replicate[],
  top: readonly Reconciled[],
  remainder: number,
  total: number,
  concurrent: boolean,
): Unexplained {
  const rows = (replicate: Replicate): number => top.reduce((sum, row) => sum + row.inclusive(replicate), 0);
  const waits = concurrent && replicates.every(({ occupied }) => Number.isFinite(occupied));
  const systematic = Math.hypot(...top.map((row) => row.systematic));
  const over = (number: (replicate: Replicate) => number, doubt: number): Estimate =>
    meanInterval(replicates.map(number), doubt);
  return {
    ...over((replicate) => replicate.clean - rows(replicate), systematic),
    mean: remainder,
    share: remainder / total,
    parts: [
      { name: 'measuring loop', ...over((replicate) => replicate.driver, 0) },
      ...(waits ? [{ name: 'waiting', ...waitingTime(replicates) }] : []),
      {
        name: 'code in no row',
        ...over((replicate) => replicate.run - rows(replicate) - (waits ? waited(replicate) : 0), systematic),
      },
      {
        name: 'overlap with the loop',
        ...over((replicate) => replicate.clean - replicate.run - replicate.driver, 0),
      },
    ],
  };
}

/** What the machine added, by cause. */
export function disturbances(replicates: readonly Replicate[]): Part[] {
  const over = (number: (replicate: Replicate) => number): Estimate => meanInterval(replicates.map(number));
  const logged = replicates.map((replicate) => replicate.compiling).filter(Number.isFinite);
  const compiling = logged.length === 0 ? 0 : mean(logged);
  return [
    { name: 'pre-emption', ...over((replicate) => replicate.preempted) },
    ...(logged.length === 0 ? [] : [{ name: 'compilation', ...meanInterval(logged) }]),
    {
      name: 'contention',
      ...over((replicate) => replicate.interference - replicate.preempted - compiling),
    },
  ];
}

/** The row of garbage collection by kind of pause, in proportion to what each kind took of all pauses. */
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

/** Time off the processor. */
export function waitingTime(replicates: readonly Replicate[]): Ledger['waiting'] {
  return meanInterval(replicates.map(waited));
}

function waited({ occupied, clean }: Replicate): number {
  return (1 - occupied) * clean;
}
