import { leftOut } from '../diagnose/left-out.js';
import { projectRows } from '../estimate/gains/project.js';
import { estimateLedger } from '../estimate/ledger/estimate-ledger.js';
import type { Replacement } from '../model/path/replacement.js';
import type { Finding } from '../model/report/finding.js';
import type { Projections } from '../model/report/projection.js';
import { measurePath } from './path/measure-path.js';
import type { Session } from './session.js';

/** What changes of a path's rows would gain. */
export interface PathProjections extends Projections {
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** Measures a path with its rows, without each of them, and with their replacements. Throws a UserError when the path cannot be measured. */
export async function whatIf(
  specFile: string,
  session: Session,
  replacements: readonly Replacement[] = [],
): Promise<PathProjections> {
  const measurement = await measurePath(specFile, session, { skips: true, replacements });
  const ledger = estimateLedger(measurement);
  const { plan } = measurement;
  return {
    name: plan.path.name,
    ...projectRows(measurement, ledger),
    findings: leftOut(plan),
  };
}
