import { leftOut } from '../diagnose/left-out.js';
import { estimateLedger } from '../estimate/ledger/estimate-ledger.js';
import { linesOfRows } from '../estimate/samples/lines-of-rows.js';
import type { Finding } from '../model/report/finding.js';
import type { Ledger } from '../model/report/ledger.js';
import { openScripts } from '../source/scripts.js';
import { findLineRows } from '../spec/find-line-rows.js';
import { linesOfPath, type ProfiledLines } from './lines/profile-lines.js';
import { measurePath } from './path/measure-path.js';
import { samplePath, samplesOf } from './sample-path.js';
import type { Session } from './session.js';

/** A path's lines: ns and hits per operation. */
export interface PathLines extends ProfiledLines {
  readonly name: string;
  /** The ledger to compare rows with; null where it was not measured. */
  readonly ledger: Ledger | null;
  /** Time of the path while its lines were timed, as a multiple of its normal time; null where unknown. */
  readonly slowDown: number | null;
  readonly findings: readonly Finding[];
}

/** Measures a path's ledger and samples its lines. Throws a UserError when the path cannot be measured or sampled. */
export async function measureLines(specFile: string, session: Session): Promise<PathLines> {
  const measurement = await measurePath(specFile, session);
  const ledger = estimateLedger(measurement);
  const sampled = samplesOf(measurement, ledger.total.mean);
  const { plan } = measurement;
  const findings = leftOut(plan, ledger.refused);
  return {
    name: plan.path.name,
    ...(await linesOfPath(sampled, session)),
    ledger,
    slowDown: sampled.slowDown,
    findings,
  };
}

/** Samples a path's lines and measures nothing else. Throws a UserError when the path cannot be sampled. */
export async function sampleLines(specFile: string, session: Session): Promise<PathLines> {
  const sampled = await samplePath(specFile, session);
  const { plan, slowDown, findings } = sampled;
  return { name: plan.path.name, ...(await linesOfPath(sampled, session)), ledger: null, slowDown, findings };
}

/** Times the lines of one function by probes, each line as a row, with inlining on. Throws a UserError when the path cannot be measured. */
export async function spanLines(specFile: string, wanted: string, session: Session): Promise<PathLines> {
  const measurement = await measurePath(specFile, session, {
    rows: (path) => ({ places: findLineRows(path, wanted), foldMarks: [] }),
  });
  const ledger = estimateLedger(measurement);
  const profile = linesOfRows(measurement, ledger);
  return {
    name: measurement.plan.path.name,
    profile,
    linesOf: openScripts().linesOf,
    ledger: null,
    slowDown: null,
    findings: leftOut(measurement.plan, ledger.refused),
  };
}
