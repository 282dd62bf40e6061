/** A folder below packages/PACKAGE/src; `.` is the folder itself. */
type Layer = string;

/** Which layers of hotpath may import which. What is not listed is forbidden. */
export const hotpathLayers: Readonly<Record<Layer, readonly Layer[]>> = {
  model: [],
  stats: [],
  instrument: ['model', 'errors.ts'],
  source: ['model', 'instrument'],
  spec: ['model', 'errors.ts', 'instrument', 'source'],
  plan: ['model', 'stats'],
  measure: ['model', 'stats', 'errors.ts', 'instrument', 'sample'],
  sample: ['model'],
  tree: ['model'],
  lines: ['model'],
  formats: ['model', 'tree', 'errors.ts'],
  estimate: ['model', 'stats', 'tree', 'errors.ts'],
  diagnose: ['model'],
  report: ['model', 'tree'],
  experiments: ['model', 'spec'],
  'errors.ts': [],
  'profile.ts': ['model', 'spec', 'plan', 'measure', 'estimate', 'diagnose'],
  'measure-path.ts': ['model', 'errors.ts', 'spec', 'plan', 'measure', 'estimate', 'profile.ts'],
  'repeat-path.ts': ['model', 'measure', 'profile.ts', 'measure-path.ts'],
  'measure-plans.ts': ['model', 'plan', 'measure', 'profile.ts'],
  'measure-operations.ts': ['model', 'plan', 'profile.ts', 'measure-plans.ts'],
  'compare-paths.ts': ['model', 'plan', 'estimate', 'profile.ts', 'measure-plans.ts'],
  'sample-path.ts': ['model', 'errors.ts', 'plan', 'estimate', 'profile.ts'],
  'what-if.ts': ['model', 'estimate', 'profile.ts', 'measure-path.ts'],
  'views.ts': ['model', 'source', 'sample', 'lines', 'estimate', 'profile.ts', 'sample-path.ts'],
  'path-lines.ts': [
    'model',
    'spec',
    'estimate',
    'profile.ts',
    'measure-path.ts',
    'sample-path.ts',
    'views.ts',
  ],
  'verify.ts': ['model', 'plan', 'measure', 'estimate', 'profile.ts'],
  'index.ts': ['model', 'spec', 'errors.ts'],
  cli: [
    'model',
    'errors.ts',
    'spec',
    'plan',
    'measure',
    'tree',
    'formats',
    'report',
    'sample',
    'source',
    'lines',
    'estimate',
    'experiments',
    'profile.ts',
    'measure-path.ts',
    'repeat-path.ts',
    'measure-operations.ts',
    'compare-paths.ts',
    'verify.ts',
    'sample-path.ts',
    'views.ts',
    'what-if.ts',
    'path-lines.ts',
  ],
};

/**
 * Types of hotpath that the viewer may import, relative to packages/: what the pages carry. Code crosses in the other
 * direction only, as text, bundled by the build.
 */
export const typesForViewer = 'hotpath/src/model/';

/** fapilog's and the viewer's folders know each other, and nothing of hotpath. */
export const packageImports: Readonly<Record<string, readonly string[]>> = {
  hotpath: [
    '@datadog/pprof',
    '@jridgewell/remapping',
    '@jridgewell/trace-mapping',
    '@swc/wasm-typescript',
    'cjs-module-lexer',
    'commander',
    'magic-string',
    'oxc-parser',
    'oxc-transform',
    'pprof-format',
    'string-width',
    'tinyglobby',
    'ws',
    'zod',
  ],
  viewer: [],
  fapilog: ['sonic-boom', 'thread-stream'],
};
