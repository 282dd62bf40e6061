import { exitCode, UserError } from '../../errors.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { Ledger } from '../../model/report/ledger.js';
import { meanInterval } from '../../stats/student-t.js';
import { circumstancesOf } from '../circumstances/circumstances.js';
import { estimateFork, sessionBasis } from '../forks/fork-estimate.js';
import { completeReplicates } from '../forks/replicates.js';
import { setAsideDisturbed } from '../forks/set-aside.js';
import { collectionRow, collectionsByKind } from './collection-row.js';
import { floorsOf } from './floors.js';
import { estimatePath } from './path-estimate.js';
import { remainderOf } from './remainder.js';
import { pathRows } from './rows/ledger-rows.js';
import { systematicErrors } from './systematic-errors.js';
import { waitingTime } from './waiting.js';

/** Turns raw forks into the ledger: forks → replicates → rows → remainder. Replicates are the unit of all its intervals. */
export function estimateLedger(measurement: Measurement): Ledger {
  const { plan } = measurement;
  const basis = sessionBasis(measurement);
  const forks = measurement.forks.map((fork) => estimateFork(fork, basis));
  const complete = completeReplicates(forks, plan);
  const used = setAsideDisturbed(complete);
  if (used.length === 0) throw nothingComplete(plan.path.name);

  const path = estimatePath(measurement, { complete, used }, basis.rule);
  const { numbers, total } = path;
  if (!Number.isFinite(total.mean)) throw nothingTimed(plan.path.name);
  const floorOf = floorsOf(measurement);
  const collection = meanInterval(numbers.collection);
  const rows = [...pathRows(path, { measurement, floorOf }), collectionRow(collection, total)];
  const unexplained = remainderOf(path, rows, plan);
  return {
    unit: 'ns',
    total,
    rows,
    refused: path.refused,
    floor: floorOf(null, total),
    unexplained,
    explained: 1 - unexplained.share,
    allocatedBytes: meanInterval(numbers.allocated.filter(Number.isFinite)),
    collections: collectionsByKind(measurement.forks, collection),
    waiting: waitingTime(numbers),
    concurrent: plan.concurrent,
    ...systematicErrors(path),
    ...circumstancesOf(measurement, basis, path),
  };
}

function nothingComplete(name: string): UserError {
  return new UserError(
    `${name}: no replicate is complete, so there is nothing to estimate from`,
    'Let the session run longer.',
    exitCode.noMeasurement,
  );
}

function nothingTimed(name: string): UserError {
  return new UserError(
    `${name}: the time of an operation is not known`,
    'Measure again; `hotpath doctor` says what disturbs measurements here.',
    exitCode.noMeasurement,
  );
}
