import type { Estimate } from '../model/ledger.js';
import { measurePath, reportOn, type Session } from '../profile.js';
import type { Output } from './output.js';
import { type SessionSettings, withSession } from './session.js';

/** Measures a path without its rows, which takes a part of the time; gives its whole time, ns an operation. */
export async function totalOf(file: string, settings: SessionSettings, output: Output): Promise<Estimate> {
  const measurement = await withSession(file, settings, output, (session) =>
    measurePath(file, withoutSamples(session), { findPlaces: () => [] }),
  );
  return reportOn(measurement).ledger.total;
}

/** Samples and V8's log tell of rows. */
function withoutSamples(session: Session): Session {
  return { ...session, policy: { ...session.policy, sampledForks: 0, codeLogForks: 0 } };
}
