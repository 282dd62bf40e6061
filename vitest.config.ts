import { defineConfig } from 'vitest/config';

const processes = '**/test/processes/**/*.test.ts';
const clocks = '**/test/clocks/**/*.test.ts';

/**
 * Three groups, which run one after another: `pure` tests start no process and read no clock; `processes` start
 * processes and depend on no time; `clocks` measure, so one file runs at a time and nothing beside it.
 */
export default defineConfig({
  test: {
    // Files share their modules: no test changes one.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is built runs as it is.
    server: { deps: { external: [/\/dist\//] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['packages/*/src', 'packages/*/test', 'scripts', 'benchmarks', 'truth'].map(
            (folder) => `${folder}/**/*.test.ts`,
          ),
          exclude: [processes, clocks, '**/node_modules/**', '**/dist/**'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'processes', include: [processes], maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: { name: 'clocks', include: [clocks], fileParallelism: false, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
