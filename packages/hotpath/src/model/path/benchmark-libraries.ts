/**
 * The libraries that hotpath stands in for while it loads a benchmark file, and what a file may import from them by name. A name that is
 * missing here is missing in the file.
 */
export const benchmarkLibraries: Readonly<Record<string, readonly string[]>> = {
  tinybench: ['Bench', 'Task', 'hrtimeNow', 'performanceNow', 'now', 'nToMs', 'mToNs', 'formatNumber'],
  mitata: [
    ...['bench', 'group', 'run', 'summary', 'boxplot', 'barplot', 'lineplot', 'compact'],
    ...['do_not_optimize', 'measure', 'baseline', 'flags', 'B'],
  ],
  vitest: [
    ...[
      'bench',
      'describe',
      'suite',
      'test',
      'it',
      'expect',
      'vi',
      'vitest',
      'assert',
      'inject',
      'expectTypeOf',
    ],
    ...['beforeAll', 'afterAll', 'beforeEach', 'afterEach', 'onTestFinished', 'onTestFailed'],
  ],
  benchmark: [
    'Suite',
    'Benchmark',
    'Deferred',
    'Event',
    'options',
    'platform',
    'version',
    'support',
    'formatNumber',
  ],
  'bench-node': [
    'Suite',
    'chartReport',
    'textReport',
    'htmlReport',
    'jsonReport',
    'csvReport',
    'prettyReport',
  ],
};

/** The first line of a specification for which benchmark libraries are stood in. */
export const standInMark = '// hotpath: stands in for benchmark libraries';

/** Where stand-ins are found, by the library's name, in the process that loads the file. */
export const standInsKey = 'hotpath.stand-ins';
