import type { Plan } from '../model/measurement/plan.js';
import type { Finding } from '../model/report/finding.js';
import type { RefusedRow } from '../model/report/ledger.js';
import { foldMarks } from './code/fold-marks.js';
import { idleRows } from './numbers/idle-rows.js';
import { refusedRows } from './numbers/refused-rows.js';

/** Which places of a path a measurement knew. */
export type KnownPlaces = Pick<Plan, 'places' | 'idle' | 'foldMarks'>;

/** What a command without a ledger leaves out: rows that cannot be true, places that never ran, and marks that make no row. */
export function leftOut(plan: KnownPlaces, refused: readonly RefusedRow[] = []): Finding[] {
  const findings = [refusedRows(null, { refused }), idleRows({ plan }), foldMarks({ plan })];
  return findings.filter((finding) => finding !== null);
}
