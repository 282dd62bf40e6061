import { estimateLedger } from '../estimate/ledger/estimate-ledger.js';
import { linesOfRows } from '../estimate/samples/lines-of-rows.js';
import type { LineProfile } from '../model/profiles/line-profile.js';
import type { Ledger } from '../model/report/ledger.js';
import { findLineRows } from '../spec/find-line-rows.js';
import { measurePath } from './measure-path.js';
import { linesOfPath } from './path-views.js';
import { samplePath, samplesOf } from './sample-path.js';
import type { Session } from './session.js';

/** A path's lines, ns and hits an operation. */
export interface PathLines {
  readonly name: string;
  readonly profile: LineProfile;
  /** To compare rows with; null where it was not measured. */
  readonly ledger: Ledger | null;
  /** How many times as long the path takes as its lines were timed; null where that is unknown. */
  readonly slowDown: number | null;
}

/** Samples a path's lines beside its ledger. Throws a UserError when that cannot be done. */
export async function measureLines(specFile: string, session: Session): Promise<PathLines> {
  const measurement = await measurePath(specFile, session);
  const ledger = estimateLedger(measurement);
  const sampled = samplesOf(measurement, ledger.total.mean);
  const { name } = measurement.plan.path;
  return { name, profile: await linesOfPath(sampled, session), ledger, slowDown: sampled.slowDown };
}

/** Samples a path's lines and measures nothing else. */
export async function sampleLines(specFile: string, session: Session): Promise<PathLines> {
  const sampled = await samplePath(specFile, session);
  const { name } = sampled.plan.path;
  return { name, profile: await linesOfPath(sampled, session), ledger: null, slowDown: sampled.slowDown };
}

/** Times the lines of one function by probes, a line a row, in the path as it is. */
export async function spanLines(specFile: string, wanted: string, session: Session): Promise<PathLines> {
  const measurement = await measurePath(specFile, session, {
    findPlaces: (path) => findLineRows(path, wanted),
  });
  const ledger = estimateLedger(measurement);
  const profile = linesOfRows(measurement, ledger);
  return { name: measurement.plan.path.name, profile, ledger: null, slowDown: null };
}
