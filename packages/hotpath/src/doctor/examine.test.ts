import { describe, expect, it } from 'vitest';
import { exampleEnvironment } from '../../test/support/example-path.js';
import type { Report } from '../model/report/report.js';
import { isUnfit, type Readings } from './examination.js';
import { examine } from './examine.js';

const about = (mean: number, half = 0.02 * mean) => ({ mean, low: mean - half, high: mean + half });

interface Machine {
  /** What each loop is read as, ns. */
  readonly loops?: Readonly<Record<string, number>>;
  readonly interval?: number;
  readonly twinGap?: number;
  readonly calmShare?: number;
  readonly environment?: Partial<Report['environment']>;
  readonly readings?: Partial<Readings>;
}

/** A turn takes a nanosecond, and each loop costs four turns more. */
const exact = { '96 turns': 100, '296 turns': 300, '396 turns': 400 };

/** Examines a machine whose loops take 800 ns, with 50 ns of garbage collection that belongs to none. */
function examined({ loops = exact, interval = 32, twinGap = 0.002, calmShare = 0.6, ...rest }: Machine = {}) {
  const path = Object.entries(loops).map(([name, ns]) => ({
    name,
    kind: 'path',
    mean: ns,
    inclusive: about(ns),
    routes: { sampled: { slowDown: 1.5 }, refused: { sampled: null } },
  }));
  const collection = {
    name: 'garbage collection',
    kind: 'system',
    mean: 50,
    routes: { sampled: null, refused: {} },
  };
  const ledger = {
    total: about(850),
    rows: [...path, collection],
    timer: { interval: about(interval), perturbation: about(50), hidden: about(4) },
    twinGap: about(twinGap),
    processor: { calmShare },
  };
  const environment = { ...exampleEnvironment, ...rest.environment };
  const usual = { wakingNs: 20_000, othersProcessors: 0.1, stolenProcessors: 0, threadClock: true };
  return examine({ ledger, environment } as unknown as Report, { ...usual, ...rest.readings });
}

function poorIn(machine: Machine): string[] {
  return examined(machine)
    .checks.filter(({ verdict }) => verdict === 'poor')
    .map(({ name }) => name);
}

describe('the examination of a machine', () => {
  it('finds nothing wrong where loops of known lengths are read right', () => {
    expect(poorIn({})).toEqual([]);
    expect(isUnfit(examined())).toBe(false);
  });

  it('finds the loop that is furthest from its true share, collection left out of the whole', () => {
    const loops = { ...exact, '296 turns': 320, '396 turns': 380 };
    expect(poorIn({ loops })).toEqual(['Six loops']);
    const found = examined({ loops }).checks.find(({ name }) => name === 'Six loops')?.found;
    expect(found).toContain('296 turns read as 40.0%, 37.5% is true');
  });

  it.each<[string, Machine, string]>([
    ['a slow clock', { interval: 900 }, 'Clock pair'],
    ['two copies that differ', { twinGap: -0.05 }, 'Twin gap'],
    ['a processor that is never calm', { calmShare: 0.02 }, 'Calm'],
    ['an inspector', { environment: { inspector: true } }, 'Node'],
    ['flags', { environment: { nodeOptions: ['--jitless'] } }, 'Node'],
    ['busy neighbours', { readings: { othersProcessors: 1.4 } }, 'Others'],
    ['stolen time', { readings: { stolenProcessors: 0.3 } }, 'Others'],
  ])('finds %s', (_, machine, name) => {
    expect(poorIn(machine)).toEqual([name]);
    expect(isUnfit(examined(machine))).toBe(true);
  });

  it('says what rows can be resolved', () => {
    expect(examined().abilities).toEqual([
      'A path of 0.8 µs is known to ±2.0% after a quick run.',
      'Its rows are known to ±8.0 ns or better, so a row of 80.0 ns is known to a tenth.',
    ]);
  });

  it('says what the system does not report, and does not judge it', () => {
    const readings = { wakingNs: null, othersProcessors: null, stolenProcessors: null, threadClock: false };
    const { checks } = examined({ readings, environment: { megahertz: null } });
    const text = checks.map(({ found }) => found).join('\n');
    expect(text).toContain('waits cannot be told from work');
    expect(text).toContain('does not report what other processes');
    expect(text).toContain('an unknown rate');
    expect(poorIn({ readings })).toEqual([]);
  });
});
