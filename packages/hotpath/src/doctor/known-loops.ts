import { halfWidth } from '../model/report/estimate.js';
import type { Ledger, LedgerRow } from '../model/report/ledger.js';

/** A loop of the doctor's path with its true share of all loops. */
export interface KnownLoop {
  readonly row: LedgerRow;
  readonly truth: number;
  /** As hotpath reports it. */
  readonly share: number;
  /** Half of its interval, ns. */
  readonly half: number;
}

/** What a loop costs beside its turns (the call, its entry and its end), in turns: truth/random/count-turns.ts has the experiment. */
const overhead = 4;

/** The loops of the doctor's path. Their names say their turns; garbage collection does not count to the whole. */
export function knownLoops({ rows, total }: Ledger): KnownLoop[] {
  const loops = rows.filter(({ kind }) => kind === 'path');
  const collection = rows.find(({ kind }) => kind === 'system')?.mean ?? 0;
  const turns = loops.map(({ name }) => Number.parseInt(name, 10) + overhead);
  const all = turns.reduce((sum, one) => sum + one, 0);
  return loops.map((row, index) => ({
    row,
    truth: (turns[index] as number) / all,
    share: row.mean / (total.mean - collection),
    half: halfWidth(row.inclusive),
  }));
}

/** The loop whose share is furthest from the truth. */
export function furthest(loops: readonly KnownLoop[]): KnownLoop {
  return loops.reduce((worst, loop) => (errorOf(loop) > errorOf(worst) ? loop : worst));
}

/** Distance from the true share. */
export function errorOf({ share, truth }: KnownLoop): number {
  return Math.abs(share - truth);
}
