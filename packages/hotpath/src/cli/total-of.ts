import type { Estimate } from '../model/ledger.js';
import { measurePath, reportOn } from '../profile.js';
import type { Output } from './output.js';
import { type SessionSettings, withSession } from './session.js';

/** Measures a path and gives its whole time, ns an operation. */
export async function totalOf(file: string, settings: SessionSettings, output: Output): Promise<Estimate> {
  const measurement = await withSession(file, settings, output, (session) => measurePath(file, session));
  return reportOn(measurement).ledger.total;
}
