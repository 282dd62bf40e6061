/** A folder below packages/PACKAGE/src; `.` is the folder itself. */
type Layer = string;

/** Which layers of hotpath may import which. What is not listed is forbidden. */
export const hotpathLayers: Readonly<Record<Layer, readonly Layer[]>> = {
  model: [],
  stats: [],
  instrument: ['model', 'errors.ts'],
  spec: ['model', 'errors.ts', 'instrument'],
  plan: ['model', 'stats'],
  measure: ['model', 'stats', 'errors.ts', 'instrument', 'sample'],
  sample: ['model'],
  tree: ['model'],
  formats: ['model', 'tree', 'errors.ts'],
  estimate: ['model', 'stats', 'tree', 'errors.ts'],
  diagnose: ['model'],
  report: ['model', 'tree'],
  'errors.ts': [],
  'profile.ts': ['model', 'spec', 'plan', 'measure', 'estimate', 'diagnose'],
  'flame.ts': ['model', 'errors.ts', 'plan', 'estimate', 'profile.ts'],
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
    'profile.ts',
    'verify.ts',
    'flame.ts',
  ],
};

/** fapilog's folders know each other, and nothing of hotpath. */
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
  fapilog: ['sonic-boom', 'thread-stream'],
};
