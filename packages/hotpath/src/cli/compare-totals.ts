import { savingsOf } from '../estimate/savings.js';
import type { RoundTotals, Saving } from '../model/score.js';
import { measurePath, reportOn, type Session } from '../profile.js';
import type { Output } from './output.js';
import { type SessionSettings, withSession } from './session.js';

/** Rounds in which the path and its changes are measured by turns, and processes of each in a round. */
const rounds = 8;
const replicates = 1;

/**
 * Measures a path and changed versions of it by turns, without their rows. Each round gives a share of the path as it
 * was then, so that a machine that becomes slower or quicker from round to round does not count.
 */
export async function compareTotals(
  before: string,
  changed: readonly string[],
  settings: SessionSettings,
  output: Output,
): Promise<Saving[]> {
  const found: RoundTotals[] = [];
  for (let round = 0; round < rounds; round++) {
    const own = { ...settings, seed: settings.seed + round };
    const plain = await totalOf(before, own, output);
    const after: number[] = [];
    for (const file of changed) after.push(await totalOf(file, own, output));
    found.push({ before: plain, after });
  }
  return savingsOf(found);
}

async function totalOf(file: string, settings: SessionSettings, output: Output): Promise<number> {
  const measurement = await withSession(file, settings, output, (session) =>
    measurePath(file, withoutRows(session), { findPlaces: () => [] }),
  );
  return reportOn(measurement).ledger.total.mean;
}

/** Samples and V8's log tell of rows. */
function withoutRows(session: Session): Session {
  return { ...session, policy: { ...session.policy, replicates, sampledForks: 0, codeLogForks: 0 } };
}
