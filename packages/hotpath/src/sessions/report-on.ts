import { diagnose } from '../diagnose/diagnose.js';
import { refusedFloors } from '../diagnose/numbers/refused-floors.js';
import { estimateLedger } from '../estimate/ledger/estimate-ledger.js';
import { floorCosts } from '../estimate/ledger/floors.js';
import type { Measurement } from '../model/measurement/measurement.js';
import type { Report } from '../model/report/report.js';

/** Makes the report of a measurement; the same measurement always gives the same report. */
export function reportOn(measurement: Measurement): Report {
  const { plan, environment, forks } = measurement;
  const ledger = estimateLedger(measurement);
  const { floors, refused } = floorCosts(measurement, ledger);
  const missing = refusedFloors(refused);
  const made = plan.chosen?.made ?? [];
  return {
    schema: 'hotpath/report@1',
    path: { name: plan.path.name, file: plan.path.file },
    environment,
    policy: {
      ...plan.policy,
      seed: plan.seed,
      warmUpOperations: plan.warmUpGoal.operations,
      forksPlanned: plan.forks.length,
      forksMeasured: forks.length,
      replicatesMeasured: new Set(forks.map((fork) => fork.replicate)).size,
      batchOperations: [...new Set(forks.map((fork) => fork.batchOperations))],
    },
    ledger,
    floors,
    findings: [...diagnose(measurement, ledger), ...(missing ? [missing] : [])],
    ...(made.length > 0 && { made }),
  };
}
