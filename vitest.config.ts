import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'scripts/**/*.test.ts',
      'benchmarks/**/*.test.ts',
      'truth/*.test.ts',
    ],
    testTimeout: 120_000,
    // Some tests spawn measuring processes: one file at a time keeps them from disturbing each other.
    fileParallelism: false,
  },
});
