/** A folder below packages/PACKAGE/src; `.` is the folder itself. */
type Layer = string;

/** Which layers of hotpath may import which. What is not listed is forbidden. */
export const hotpathLayers: Readonly<Record<Layer, readonly Layer[]>> = {
  model: [],
  stats: [],
  'errors.ts': [],
  'index.ts': ['model', 'spec', 'errors.ts'],
  v8: ['model'],
  instrument: ['model', 'errors.ts'],
  source: ['model', 'instrument'],
  spec: ['model', 'errors.ts', 'instrument', 'source'],
  plan: ['model', 'stats'],
  measure: ['model', 'stats', 'errors.ts', 'instrument', 'v8'],
  observe: ['model', 'errors.ts', 'v8'],
  profiles: ['model', 'errors.ts'],
  estimate: ['model', 'stats', 'errors.ts', 'profiles'],
  diagnose: ['model'],
  report: ['model', 'profiles'],
  costs: ['model', 'spec'],
  sessions: [
    'model',
    'errors.ts',
    'spec',
    'source',
    'plan',
    'measure',
    'v8',
    'profiles',
    'estimate',
    'diagnose',
  ],
  cli: [
    'model',
    'errors.ts',
    'spec',
    'plan',
    'measure',
    'observe',
    'profiles',
    'report',
    'v8',
    'source',
    'estimate',
    'costs',
    'sessions',
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
