import type { Measurement } from '../../model/measurement/measurement.js';
import type { Ledger } from '../../model/report/ledger.js';
import { mean } from '../../stats/summary.js';
import type { SessionBasis } from '../forks/fork-estimate.js';
import type { Replicates } from '../forks/replicates.js';
import { findWaking } from './find-waking.js';
import { forkReceipts } from './fork-receipts.js';
import { findModes } from './modes.js';
import { orderEffects } from './order-effects.js';
import { findSharing } from './sharing.js';

/** The circumstances under which a path was measured: what its forks and the machine did. */
export function circumstancesOf(
  measurement: Measurement,
  { rule, waking }: SessionBasis,
  { complete, used }: Replicates,
): Pick<Ledger, 'modes' | 'sharing' | 'waking' | 'orderEffects' | 'forks' | 'processor'> {
  return {
    modes: findModes(measurement, rule),
    sharing: findSharing(measurement, rule),
    waking: findWaking(measurement, waking),
    orderEffects: orderEffects(measurement, used, rule),
    forks: forkReceipts(measurement, used, rule),
    processor: {
      calmShare: mean(complete.map((replicate) => replicate.calmShare)),
      replicatesUsed: used.length,
      replicatesSetAside: complete.length - used.length,
    },
  };
}
