import { describe, expect, it } from 'vitest';
import type { Dose, Recovery } from '../../model/measurement/verification.js';
import { verificationTable } from './verification-table.js';

const about = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half });

function recovery(dose: Dose, given: number, half: number): Recovery {
  return {
    row: 'build',
    dose,
    given,
    recovered: about(given, half),
    leak: null,
    found: 'pass',
    contained: null,
    others: { pass: 0, fail: 0, unsure: 0 },
  };
}

describe('the table of known doses', () => {
  it.each<[Dose, number, number, string]>([
    [{ kind: 'delay', ns: 50 }, 51.4, 1.64, '51.4 ±1.6 ns'],
    [{ kind: 'wait', ms: 0.3 }, 311_300, 1089, '311.3 ±1.1 µs'],
    [{ kind: 'delay', ns: 9000 }, 9100, 12_000, '9100.0 ±12000.0 ns'],
    [{ kind: 'allocation', objects: 20 }, 1150, 4.7, '1150 ±5 B'],
  ])('has what was recovered and its interval in one unit: %o', (dose, given, half, text) => {
    expect(verificationTable([recovery(dose, given, half)], 120)).toContain(text);
  });

  it.each<[string, Recovery]>([
    ['a row that was given nothing', { ...recovery({ kind: 'delay', ns: 50 }, 0, 1), found: null }],
    [
      'a row that was given nothing but grew',
      { ...recovery({ kind: 'delay', ns: 50 }, 0, 1), recovered: about(9, 1), found: null },
    ],
    [
      'a row whose bytes are unknown',
      { ...recovery({ kind: 'allocation', objects: 20 }, Number.NaN, 1), found: 'unsure' },
    ],
    ['a row with one fork', recovery({ kind: 'delay', ns: 50 }, 50, Number.POSITIVE_INFINITY)],
  ])('has a dot for each number that cannot be, of %s', (_, one) => {
    const text = verificationTable([one], 120);
    expect(text).toContain('·');
    expect(text).not.toMatch(/NaN|Infinity/);
    if (one.found === null) expect(text).not.toContain('pass');
  });
});
