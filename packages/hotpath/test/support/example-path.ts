import type { Environment } from '../../src/model/measurement/environment.js';
import type { Measurement } from '../../src/model/measurement/measurement.js';
import type { WarmUpGoal } from '../../src/model/measurement/pilot.js';
import type { Policy } from '../../src/model/measurement/policy.js';
import type { NamedOperation } from '../../src/model/path/operation.js';
import type { HotPath } from '../../src/model/path/path.js';
import type { RowPlace } from '../../src/model/path/row.js';
import { policies } from '../../src/plan/effort/policy.js';
import { planTrials } from '../../src/plan/forks/plan-trials.js';
import type { Experiments } from '../../src/plan/forks/plan-variants.js';
import type { FakePath } from './fake-measurer.js';
import { createFakeMeasurer } from './fake-measurer.js';

const place = (name: string, line: number): RowPlace => ({
  name,
  kind: 'region',
  file: '/project/logger.ts',
  line,
  endLine: line + 4,
  start: line * 100,
  original: null,
  functionLine: line,
  suspends: false,
  unrepeatable: null,
  unskippable: null,
  steers: null,
});

/** The goal of a path that is at rest from its first operation on. */
export const warmAtOnce: WarmUpGoal = { operations: 0, least: 0, restNs: null };

export const examplePlaces: readonly RowPlace[] = [
  place('build', 10),
  place('stamp', 12),
  place('copy', 30),
  place('push', 20),
  place('spare', 40),
];

/**
 * A path of 1,000 ns: `build` (600, of it `stamp` 200 and `copy`, twice an operation, 150), `push` (300, of it
 * `copy` once, 50) and 100 in no row. `copy` is one place below two parents; `spare` never runs.
 */
export const examplePath: FakePath = {
  inspection: {
    name: 'sample',
    sources: null,
    functions: [],
    repeatable: [],
    operations: [],
    replacements: [],
    loaded: ['/project/logger.ts'],
  },
  tree: {
    nodes: [
      { place: -1, parent: -1, count: 0 },
      { place: 0, parent: 0, count: 100 },
      { place: 1, parent: 1, count: 100 },
      { place: 2, parent: 1, count: 200 },
      { place: 3, parent: 0, count: 100 },
      { place: 2, parent: 4, count: 100 },
    ],
    operations: 100,
    nsPerOperation: 5000,
    occupied: 1,
    async: false,
    concurrent: false,
    thrown: [],
    recursive: [],
  },
  inclusive: [1000, 600, 200, 150, 300, 50],
  interval: 32,
  perturbation: 55,
  batchOperations: 256,
  bytes: 700,
  batches: 40,
};

/** The example path as a session finds it in no sources, so that it has no rows. */
export const rowlessPath: FakePath = {
  ...examplePath,
  inspection: { ...examplePath.inspection, sources: [], loaded: [] },
  tree: { ...examplePath.tree, nodes: examplePath.tree.nodes.slice(0, 1) },
  forkFactor: (random) => 0.95 + 0.1 * random(),
};

/** Two floors of the path, and one of its row `stamp`. */
export const exampleFloors: readonly NamedOperation[] = [
  { id: 'floor/tuple', name: 'tuple', kind: 'floor', row: null },
  { id: 'floor/slot', name: 'slot', kind: 'floor', row: null },
  { id: 'floor of stamp/clock', name: 'clock', kind: 'floor', row: 'stamp' },
];

export const exampleEnvironment: Environment = {
  node: 'v20.20.2',
  v8: '11.3',
  platform: 'linux x64',
  cpu: 'a processor',
  cores: 2,
  memoryGiB: 8,
  load: 0.1,
  nodeOptions: [],
  inspector: false,
  governor: 'unknown',
  clockSource: 'tsc',
  megahertz: 2400,
  startedAt: '2026-01-01T00:00:00.000Z',
};

const path: HotPath = {
  name: 'sample',
  file: '/project/sample.hot.ts',
  sources: ['/project/logger.ts'],
  functions: [],
  repeatable: [],
  operations: [],
  replacements: [],
  loaded: ['/project/logger.ts'],
};

/** Measures the example path, or a variation of it, with the fake measurer. */
export async function measureExample(
  variation: Partial<FakePath> = {},
  policy: Partial<Policy> = {},
  seed = 1,
  environment: Partial<Environment> = {},
  experiments: Experiments = {},
): Promise<Measurement> {
  const fake = { ...examplePath, ...variation };
  const own = { ...path, operations: experiments.operations ?? [] };
  const settings = { ...policies.quick, ...policy };
  const { tree, places = examplePlaces } = fake;
  const plan = planTrials(
    { path: own, places, foldMarks: [], tree, warmUpGoal: warmAtOnce, keepsAwake: false },
    settings,
    seed,
    experiments,
  );
  const measurer = createFakeMeasurer(fake);
  const forks = [];
  for (const fork of plan.forks)
    forks.push(await measurer.measureFork(plan, fork, { tree, calmNs: null }, () => {}));
  const sampled = [];
  for (const fork of plan.sampled) sampled.push(await measurer.sampleFork(plan, fork, 1, () => {}));
  return {
    schema: 'hotpath/measurement@1',
    plan,
    environment: { ...exampleEnvironment, ...environment },
    forks,
    sampled,
  };
}

/** The places of the example path, some of which cannot be repeated. */
export function unrepeatable(...names: readonly string[]): RowPlace[] {
  return examplePlaces.map((each) =>
    names.includes(each.name) ? { ...each, unrepeatable: 'it assigns x, which lives outside' } : each,
  );
}
