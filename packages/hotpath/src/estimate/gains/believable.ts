import type { Estimate } from '../../model/report/estimate.js';
import type { RefusedProjection, Scenario } from '../../model/report/projection.js';
import { percent } from '../../model/text/percent.js';
import { beyondWhole } from '../ledger/rows/beyond-whole.js';
import type { Gain } from './gains.js';

/** A scenario, its gain, and the part of the row that it takes away; null where that is unknown. */
export interface Change extends Gain {
  readonly scenario: Scenario;
  readonly part: number | null;
}

/** The changes of a row whose gain can be true, and why the others cannot. */
export function believable(
  changes: readonly Change[],
  row: string,
  total: Estimate,
): { readonly believed: readonly Change[]; readonly refused: readonly RefusedProjection[] } {
  const judged = changes.map((change) => ({ change, why: whyUntrue(change, total) }));
  return {
    believed: judged.filter(({ why }) => why === null).map(({ change }) => change),
    refused: judged.flatMap(({ change, why }) =>
      why === null ? [] : [{ row, why: `${change.scenario}: ${why}` }],
    ),
  };
}

/** No change saves more than the path takes. What it may cost has no limit. */
function whyUntrue({ gain, collection }: Change, total: Estimate): string | null {
  if (!Number.isFinite(gain.mean) || !Number.isFinite(collection.mean)) return 'its gain is not known';
  return beyondWhole(gain, total) ? `it would save ${percent(gain.mean / total.mean)} of the whole` : null;
}
