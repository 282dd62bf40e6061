/**
 * A folder or a file of an area, named relative to it; '.' is the files directly in the area's folder, where they are
 * not named.
 */
type Room = string;

/** A part of the repository whose imports are checked. Tests may import anything; circles are forbidden to them too. */
export interface Area {
  /** Relative to the repository. */
  readonly folder: string;
  /**
   * Which rooms may import which. What is not listed is forbidden, with two exceptions: files directly in a folder and
   * the rooms below that folder may import each other. So `estimate/ledger` may import all that `estimate` may, and in
   * addition the neighbouring rooms that are listed here.
   */
  readonly rooms: Readonly<Record<Room, readonly Room[]>>;
  /** Packages from npm, by name, and our own by their exported entry points. */
  readonly packages: readonly string[];
  /** A folder outside of the area, relative to the repository, and what may be imported from it. */
  readonly outside?: { readonly folder: string; readonly only: 'types' | 'all' };
}

const hotpath: Area = {
  folder: 'packages/hotpath/src',
  rooms: {
    'errors.ts': [],
    'index.ts': ['errors.ts', 'model', 'spec'],

    model: [],
    'model/path': ['model/text'],
    'model/profiles': [],
    'model/measurement': ['model/path', 'model/profiles'],
    'model/report': ['model/path', 'model/profiles', 'model/measurement'],
    'model/text': [],

    stats: [],
    v8: ['model'],
    'v8/live': [],

    instrument: ['errors.ts', 'model'],
    'instrument/syntax': [],
    'instrument/effects': ['instrument/syntax'],
    'instrument/places': ['instrument/syntax', 'instrument/effects'],
    'instrument/commonjs': ['instrument/syntax'],
    'instrument/split': [],
    'instrument/edits': ['instrument/syntax', 'instrument/places'],

    source: ['model', 'instrument'],
    'source/maps': [],
    stated: ['errors.ts', 'model'],
    'stated/benchmarks': [],
    spec: ['errors.ts', 'model', 'instrument', 'source'],
    'spec/stated': [],
    plan: ['model', 'stats'],
    'plan/effort': [],
    'plan/forks': ['plan/effort'],

    measure: ['errors.ts', 'model', 'stats', 'instrument', 'v8', 'source'],
    'measure/loader': [],
    'measure/loader/made': [],
    'measure/debug': [],
    'measure/tasks': ['measure/debug'],
    'measure/fork': ['measure/loader'],
    'measure/fork/probes': ['measure/fork/processor'],
    'measure/fork/processor': [],
    'measure/fork/batches': ['measure/fork/probes', 'measure/fork/processor'],
    'measure/fork/doses': ['measure/fork/batches', 'measure/fork/probes'],
    'measure/fork/tasks': [
      'measure/fork/batches',
      'measure/fork/doses',
      'measure/fork/probes',
      'measure/fork/processor',
    ],

    observe: ['errors.ts', 'model', 'v8', 'instrument', 'source'],
    'observe/processes': [],
    'observe/attach': ['observe/processes'],
    'observe/record': [],
    'observe/record/split': [],

    profiles: ['errors.ts', 'model'],
    'profiles/tree': [],
    'profiles/lines': [],
    'profiles/formats': ['profiles/tree'],
    'profiles/formats/bytes': [],
    'profiles/formats/json': [],

    estimate: ['errors.ts', 'model', 'stats', 'profiles'],
    'estimate/batches': [],
    'estimate/forks': ['estimate/batches'],
    'estimate/circumstances': ['estimate/batches', 'estimate/forks'],
    'estimate/samples': [],
    'estimate/ledger/rows': [],
    'estimate/ledger': ['estimate/batches', 'estimate/forks', 'estimate/circumstances', 'estimate/samples'],
    'estimate/gains': ['estimate/batches', 'estimate/forks', 'estimate/ledger'],

    diagnose: ['model'],
    'diagnose/code': [],
    'diagnose/machine': [],
    'diagnose/numbers': [],

    doctor: ['model'],

    report: ['model', 'profiles', 'doctor'],
    'report/schema': [],
    'report/json': [],
    'report/text': [],
    'report/tables': ['report/text'],
    'report/tables/layout': [],
    'report/terminal': ['report/text', 'report/tables'],
    'report/flame': ['report/text'],
    'report/pages': ['report/json', 'report/text', 'report/flame'],

    choose: ['model', 'instrument', 'profiles'],
    costs: ['model', 'spec'],
    'sessions/lines': [],
    sessions: [
      ...[
        'errors.ts',
        'model',
        'stats',
        'source',
        'spec',
        'plan',
        'measure',
        'v8',
        'profiles',
        'estimate',
        'choose',
        'diagnose',
        'doctor',
      ],
    ],
    'sessions/path': ['sessions/rows'],
    'sessions/rows': [],

    cli: [
      ...['errors.ts', 'model', 'source', 'spec', 'plan', 'measure', 'v8', 'observe', 'profiles', 'estimate'],
      ...['report', 'costs', 'stated', 'sessions', 'doctor'],
    ],
    'cli/options': [],
    'cli/session': ['cli/options', 'cli/files'],
    'cli/files': [],
    'cli/paths': ['cli/options', 'cli/session', 'cli/files'],
    'cli/costs': [],
    'cli/profiles': ['cli/options', 'cli/session', 'cli/files', 'cli/paths'],
    'cli/programs': ['cli/options', 'cli/files', 'cli/profiles'],
    'cli/commands': [
      ...[
        'cli/options',
        'cli/session',
        'cli/files',
        'cli/paths',
        'cli/costs',
        'cli/profiles',
        'cli/programs',
      ],
    ],
  },
  packages: [
    '@datadog/pprof',
    '@jridgewell/remapping',
    '@jridgewell/sourcemap-codec',
    '@jridgewell/trace-mapping',
    '@swc/wasm-typescript',
    'acorn',
    'cjs-module-lexer',
    'diff',
    'commander',
    'get-tsconfig',
    // Node's own modules, where it exposes them (ADR 19).
    'internal/modules',
    'magic-string',
    'oxc-parser',
    'oxc-transform',
    'pprof-format',
    'string-width',
    'tinyglobby',
    'ws',
    'zod',
  ],
};

const viewer: Area = {
  folder: 'packages/viewer/src',
  rooms: {
    '.': [],
    dom: [],
    theme: ['dom'],
    calls: [],
    draw: ['calls', 'dom', 'theme'],
    flame: ['calls', 'draw', 'dom', 'theme'],
    'flame/state': [],
    'flame/controls': ['flame/state'],
    'flame/body': ['flame/state', 'flame/controls'],
    report: ['flame', 'dom', 'theme'],
    'report/forks': [],
    'report/ledger': [],
    'report/sections': ['report/ledger'],
  },
  packages: [],
  // What pages carry. Code goes the other way only, as text that the build bundles.
  outside: { folder: 'packages/hotpath/src/model', only: 'types' },
};

const fapilog: Area = {
  folder: 'packages/fapilog/src',
  rooms: { '.': [], handoff: [] },
  packages: ['sonic-boom', 'thread-stream'],
};

const subjects: Area = {
  folder: 'subjects',
  rooms: { '.': [] },
  packages: ['hotpath', 'pino'],
  // The sources, not the package: regions are found in them.
  outside: { folder: 'packages/fapilog/src', only: 'all' },
};

const examples: Area = {
  folder: 'examples',
  rooms: { packages: [] },
  packages: ['hotpath', 'ajv', 'fastify', 'kysely', 'marked', 'pino', 'zod'],
};

const scripts: Area = {
  folder: 'scripts',
  rooms: {
    '.': [],
    changes: [],
    reproduction: [],
    findings: ['changes', 'reproduction'],
    profile: ['changes', 'findings', 'reproduction'],
    layers: [],
    tests: [],
  },
  packages: ['hotpath/cli', 'commander', 'dependency-cruiser', 'esbuild', 'vitest'],
};

const truth: Area = {
  folder: 'truth',
  rooms: { '.': [], paths: [], random: ['paths'] },
  // The last two are measured, and live below truth/node_modules.
  packages: ['hotpath/cli', 'hotpath/stats', 'commander', 'bundled-work', 'counted-work'],
};

const benchmarks: Area = {
  folder: 'benchmarks',
  rooms: {
    '.': [],
    loggers: [],
    'loggers/candidates': [],
    'loggers/child': ['loggers/candidates'],
    'loggers/tables': ['loggers/candidates', 'loggers/child'],
  },
  packages: [
    ...['hotpath/cli', 'hotpath/stats', 'fapilog', 'commander', 'autocannon'],
    ...['@logtape/logtape', 'bunyan', 'pino', 'roarr', 'winston'],
  ],
};

/** The architecture as an allow-list. */
export const areas: readonly Area[] = [
  hotpath,
  viewer,
  fapilog,
  subjects,
  examples,
  scripts,
  truth,
  benchmarks,
];
