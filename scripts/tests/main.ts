import { parseCLI } from 'vitest/node';
import { filesAgain, type RunOutcome, verdict } from './verdict.js';
import { vitestRun } from './vitest-run.js';

/** The last step of `npm test`: runs the tests, runs failed files again (ADR 28), and ends with `N passed, N failed`. */
const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const first = await vitestRun(filter, options);
const again = await runAgain(filesAgain(first));
const { passed, failed, passedAgain } = verdict(first, again);

for (const name of passedAgain) console.log(`passed when run again: ${name}`);
for (const name of failed) console.log(`failed: ${name}`);
console.log(`${passed} passed, ${failed.length} failed`);
// vitest has set it after a first run that failed.
process.exitCode = failed.length === 0 && passed > 0 ? 0 : 1;

async function runAgain(files: readonly string[]): Promise<RunOutcome | undefined> {
  if (files.length === 0) return undefined;
  console.log(`\nRunning again, to tell a fault from chance: ${files.join(', ')}`);
  return await vitestRun(files, options);
}
