import { startVitest, type TestModule } from 'vitest/node';
import type { FileOutcome, RunOutcome } from './verdict.js';

type Options = NonNullable<Parameters<typeof startVitest>[2]>;

/** An error outside of any test; vitest adds the file when it knows it. */
interface StrayError {
  message?: string;
  VITEST_TEST_PATH?: string;
}

function outcomeOf(module: TestModule, strays: readonly StrayError[]): FileOutcome {
  const tests = [...module.children.allTests()];
  const thrown = [
    ...module.errors(),
    ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
    ...strays.filter((error) => error.VITEST_TEST_PATH === module.moduleId),
  ];
  return {
    file: module.relativeModuleId,
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failed: [
      ...tests.filter((test) => test.result().state === 'failed').map((test) => test.fullName),
      // Errors of imports and hooks, and rejections that no test awaited.
      ...thrown.map((error) => String(error.message)),
    ],
  };
}

/**
 * Runs test files like `vitest run`.
 *
 * @param filters parts of file names; empty: all files
 */
export async function vitestRun(filters: readonly string[], options: Options): Promise<RunOutcome> {
  const vitest = await startVitest('test', [...filters], { ...options, run: true });
  const modules = vitest.state.getTestModules();
  const strays = vitest.state.getUnhandledErrors() as StrayError[];
  const files = new Set(modules.map((module) => module.moduleId));
  return {
    files: modules.map((module) => outcomeOf(module, strays)),
    strays: strays
      .filter((error) => error.VITEST_TEST_PATH === undefined || !files.has(error.VITEST_TEST_PATH))
      .map((error) => `outside of tests > ${error.message ?? String(error)}`),
  };
}
