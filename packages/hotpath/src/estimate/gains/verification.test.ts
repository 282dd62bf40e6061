import { describe, expect, it } from 'vitest';
import { madeBatch } from '../../../test/support/made-batch.js';
import type { DosedTrial, Recovery, VerificationMeasurement } from '../../model/measurement/verification.js';
import { estimateRecovery } from './verification.js';

const operations = 1000;
const forks = [0, 1, 2, 3, 4];

/** What a dose of some work does: alone, to the whole path, to the row that holds it, and to the other row; ns. */
interface Effect {
  readonly alone: number;
  readonly whole: number;
  readonly own: number;
  readonly other: number;
}

/** Two rows of 200 ns in a path of 500 ns, and a dose that is put into each; gives what was recovered in the first. */
function recoveryOf({ alone, whole, own, other }: Effect, kind: 'delay' | 'wait'): Recovery {
  const trials = (fork: number): DosedTrial[] => {
    const made = (timed: number, dose: number, dosed: number, ns: number): DosedTrial => {
      // Forks differ by a tenth of a ns.
      const sumNs = (ns + fork / 10) * operations;
      const spans = timed < 0 ? [] : [{ node: timed + 1, sumNs, count: operations }];
      const wholeNs = timed < 0 ? sumNs : 600 * operations;
      const batches = [1, 2, 3, 4].map(() => madeBatch({ wholeNs, spans }));
      return { timed, dose, dosed, operations, batches };
    };
    return [
      ...[made(-2, -1, -1, 0), made(-2, 0, -2, alone)],
      ...[made(-1, -1, -1, 500), made(-1, 0, 0, 500 + whole), made(-1, 0, 1, 500 + whole)],
      ...[made(0, -1, -1, 200), made(0, 0, 0, 200 + own), made(0, 0, 1, 200 + other)],
      ...[made(1, -1, -1, 200), made(1, 0, 0, 200 + other), made(1, 0, 1, 200 + own)],
    ];
  };
  const plan = {
    rows: [0, 1].map((place) => ({ id: `row ${place}`, name: `row ${place}`, place })),
    tree: {
      nodes: [
        { place: -1, parent: -1 },
        { place: 0, parent: 0 },
        { place: 1, parent: 0 },
      ],
    },
    doses: [kind === 'delay' ? { kind, ns: 50 } : { kind, ms: 0.00005 }],
    calm: 1.04,
    keep: 0.5,
    waits: false,
  };
  const measurement = { plan, forks: forks.map((index) => ({ index, trials: trials(index) })) };
  const [first] = estimateRecovery(measurement as unknown as VerificationMeasurement);
  return first as Recovery;
}

describe('a dose', () => {
  it('that overlaps with the code around it is found if its row grows by as much as the whole', () => {
    const recovery = recoveryOf({ alone: 51, whole: 36, own: 35, other: 0 }, 'delay');
    expect(recovery.given).toBeCloseTo(36, 9);
    expect(recovery).toMatchObject({ row: 'row 0', found: 'pass', contained: 'pass' });
  });

  it('of which the row misses a part that the whole has is not found', () => {
    expect(recoveryOf({ alone: 51, whole: 50, own: 35, other: 0 }, 'delay').found).toBe('fail');
  });

  it('that makes another row longer is not contained', () => {
    const { found, contained, leak } = recoveryOf({ alone: 51, whole: 50, own: 50, other: 9 }, 'delay');
    expect([found, contained]).toEqual(['pass', 'fail']);
    expect(leak).toMatchObject({ row: 'row 1' });
    expect(leak?.mean).toBeCloseTo(9, 9);
  });

  it('of waiting is compared with the same wait alone', () => {
    expect(recoveryOf({ alone: 50, whole: 80, own: 50, other: 0 }, 'wait')).toMatchObject({ found: 'pass' });
  });
});
