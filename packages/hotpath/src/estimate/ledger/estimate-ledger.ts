import { exitCode, UserError } from '../../errors.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { Estimate, Ledger } from '../../model/report/ledger.js';
import { meanInterval } from '../../stats/student-t.js';
import { mean } from '../../stats/summary.js';
import { forkReceipts } from '../circumstances/fork-receipts.js';
import { findModes } from '../circumstances/modes.js';
import { orderEffects } from '../circumstances/order-effects.js';
import { findSharing } from '../circumstances/sharing.js';
import { calmReplicates, completeReplicates, type Replicate } from '../forks/replicates.js';
import { findWaking } from '../forks/waking.js';
import { estimateSampled } from '../samples/sampled-estimate.js';
import { floorsOf } from './floors.js';
import type { HiddenTimer } from './hidden-timer.js';
import { collectionRow, pathRow } from './ledger-rows.js';
import { reconcile } from './reconcile.js';
import { collectionsByKind, disturbances, takeRemainderApart, waitingTime } from './remainder.js';

/**
 * Turns raw forks into the ledger. Replicates are the unit: every number is made within each replicate and then
 * averaged, so that rows and remainder add up in each of them and in the mean.
 */
export function estimateLedger(measurement: Measurement): Ledger {
  const complete = completeReplicates(measurement);
  const replicates = calmReplicates(complete);
  if (replicates.length === 0) {
    throw new UserError(
      `${measurement.plan.path.name}: no replicate is complete, so there is nothing to estimate from`,
      'Let the session run longer.',
      exitCode.noMeasurement,
    );
  }
  const over = (number: (replicate: Replicate) => number): Estimate => meanInterval(replicates.map(number));
  const { rows: planned, concurrent } = measurement.plan;
  const total = over((replicate) => replicate.clean + replicate.collection);
  const reconciliation = reconcile(planned, replicates);
  const clean = mean(replicates.map((replicate) => replicate.clean));
  const sampled = estimateSampled(measurement, { clean, whole: total.mean });
  const floorOf = floorsOf(measurement);
  const evidence = { measurement, replicates, complete, reconciliation, sampled, floorOf };
  const collection = over((replicate) => replicate.collection);
  const rows = [...planned.map((row) => pathRow(row, evidence, total)), collectionRow(collection, total)];
  const top = planned.filter((row) => row.parent === null).map((row) => reconciliation.of(row));
  const unexplained = total.mean - rows.reduce((sum, row) => sum + row.mean, 0);
  return {
    unit: 'ns',
    total,
    rows,
    floor: floorOf(null, total),
    unexplained: takeRemainderApart(replicates, top, unexplained, total.mean, concurrent),
    explained: 1 - unexplained / total.mean,
    allocatedBytes: knownMean(replicates.map((replicate) => replicate.allocated)),
    collections: collectionsByKind(measurement.forks, collection),
    waiting: waitingTime(replicates),
    concurrent,
    interference: over((replicate) => replicate.interference),
    disturbances: disturbances(replicates),
    timer: {
      interval: over((replicate) => replicate.interval),
      perturbation: over((replicate) => replicate.perturbation),
      hidden: normalInterval(reconciliation.hidden),
    },
    twinGap: over((replicate) => replicate.twinGap),
    modes: findModes(measurement),
    sharing: findSharing(measurement),
    waking: findWaking(measurement),
    orderEffects: orderEffects(measurement, replicates),
    forks: forkReceipts(measurement, replicates),
    processor: {
      calmShare: mean(complete.map((replicate) => replicate.calmShare)),
      replicatesUsed: replicates.length,
      replicatesSetAside: complete.length - replicates.length,
    },
  };
}

/** A replicate in which collections struck every batch knows nothing of bytes. */
function knownMean(values: readonly number[]): Estimate {
  return meanInterval(values.filter(Number.isFinite));
}

function normalInterval({ mean: centre, deviation }: HiddenTimer): Estimate {
  return { mean: centre, low: centre - 1.96 * deviation, high: centre + 1.96 * deviation };
}
