import { afterAll, describe, expect, it } from 'vitest';
import { exampleEnvironment, examplePath } from '../../test/support/example-path.js';
import { createFakeMeasurer } from '../../test/support/fake-measurer.js';
import { createWorkspace } from '../../test/support/workspace.js';
import type { Measurer } from '../measure/measurer.js';
import type { Batch } from '../model/measurement/measurement.js';
import type { Dose, DosedTrial, VerificationPlan } from '../model/measurement/verification.js';
import { policies } from '../plan/effort/policy.js';
import { seededRandom } from '../stats/random.js';
import { verifyPath } from './verify-path.js';

const project = createWorkspace({
  'path.hot.mjs':
    'function run() {\n// #region a\n0;\n// #endregion\n// #region b\n0;\n// #endregion\n}\nexport default { name: "p", run };\n',
});
afterAll(() => project.remove());
const file = `${project.folder}/path.hot.mjs`;

/** How far a span may be off in one fork, ns, and whether doses leak into `b`. */
interface Noise {
  readonly off: (fork: number) => number;
  readonly leak: number;
  /** ns of the undosed span of `b`; 300 unless said. */
  readonly ofB?: number;
}

const operations = 100;

function costOf(dose: Dose | undefined): number {
  if (dose?.kind === 'delay') return dose.ns;
  return dose?.kind === 'wait' ? 1e6 * dose.ms : 0;
}

/** What a fork would have seen, were all spans exact but for the noise. */
function trialsOf(
  { doses, rows }: VerificationPlan,
  { off, leak, ofB = 300 }: Noise,
  fork: number,
): DosedTrial[] {
  const places = rows.map((row) => row.place);
  const trial = (timed: number, dose: number, dosed: number): DosedTrial => {
    const cost = costOf(doses[dose]);
    const own = timed === dosed ? cost : timed === 1 && dosed === 0 ? leak * cost : 0;
    const span = (timed === 1 ? ofB : 300) + own + (dosed === -1 ? 0 : off(fork));
    const whole = (timed === -2 ? 0 : 900) + cost;
    const objects = doses[dose]?.kind === 'allocation' ? 1000 : 0;
    const batch: Batch = {
      startMs: 0,
      repeats: 0,
      wholeNs: operations * whole,
      collectionNs: 0,
      collections: 0,
      settlingCollectionNs: 0,
      settlingCollections: 0,
      allocatedBytes: operations * objects,
      settlingBytes: 0,
      yardstickNs: 4000,
      wakingNs: null,
      ranNs: null,
      preemptedNs: 0,
      settlingPreemptedNs: 0,
      spans: timed >= 0 ? [{ node: timed + 1, sumNs: operations * span, count: operations }] : [],
    };
    return { timed, dose, dosed, operations, batches: new Array(12).fill(batch) };
  };
  const all = [...doses.keys()];
  return [
    trial(-2, -1, -1),
    ...all.map((dose) => trial(-2, dose, -2)),
    ...[-1, ...places].flatMap((timed) => [
      trial(timed, -1, -1),
      ...places.flatMap((dosed) => all.map((dose) => trial(timed, dose, dosed))),
    ]),
  ];
}

async function verified(noise: Noise) {
  const fake = createFakeMeasurer({
    ...examplePath,
    inspection: { ...examplePath.inspection, loaded: [file] },
    tree: {
      ...examplePath.tree,
      nodes: [
        { place: -1, parent: -1, count: 0 },
        { place: 0, parent: 0, count: 1 },
        { place: 1, parent: 0, count: 1 },
      ],
    },
  });
  const measurer: Measurer = {
    ...fake,
    verifyFork: async (plan, { index }) => ({ index, trials: trialsOf(plan, noise, index) }),
  };
  return verifyPath(file, {
    measurer,
    environment: exampleEnvironment,
    policy: policies.quick,
    seed: 1,
    progress: () => {},
    now: () => 0,
  });
}

describe('a verification', () => {
  it('ends with its first stage where everything is sure', async () => {
    const { measurement, recoveries } = await verified({ off: () => 0, leak: 0 });
    expect(measurement.forks).toHaveLength(5);
    expect(recoveries.map(({ found, contained }) => [found, contained])).toContainEqual(['pass', 'pass']);
    expect(recoveries.every(({ found }) => found === 'pass')).toBe(true);
    expect(recoveries[0]?.others).toEqual({ pass: 1, fail: 0, unsure: 0 });
  });

  it('runs as many processes again where something is unsure', async () => {
    const random = seededRandom(4);
    const offs = Array.from({ length: 10 }, () => 60 * random());
    const { measurement } = await verified({ off: (fork) => offs[fork] ?? 0, leak: 0 });
    expect(measurement.forks).toHaveLength(10);
  });

  it('fails a row into which a dose of another leaks, and names it', async () => {
    const { recoveries } = await verified({ off: () => 0, leak: 0.2 });
    const delay = recoveries.find(
      ({ row, dose }) => row === 'a' && dose.kind === 'delay' && dose.ns === 1000,
    );
    expect(delay).toMatchObject({
      given: 1000,
      found: 'pass',
      contained: 'fail',
      others: { pass: 0, fail: 1, unsure: 0 },
      leak: { row: 'b' },
    });
    expect(delay?.leak?.mean).toBeCloseTo(200, 6);
  });

  it.each([
    [1200, 'it took 133.3% of the whole'],
    [Number.NaN, 'its time is not known'],
  ])('judges no row whose own time cannot be true, and names it: %d ns of 900', async (ofB, why) => {
    const { recoveries, findings } = await verified({ off: () => 0, leak: 0.2, ofB });
    expect(findings).toMatchObject([{ id: 'refused-rows', message: expect.stringContaining(`b (${why})`) }]);
    expect(new Set(recoveries.map(({ row }) => row))).toEqual(new Set(['a']));
    expect(recoveries.every(({ leak }) => leak === null)).toBe(true);
  });
});
