import type { Policy } from '../../src/model/measurement/policy.js';
import { hotpathInProcess } from './in-process-built.js';
import type { Ended } from './workspace.js';

/**
 * The fewest processes that give a ledger with intervals: two replicates, and no process for garbage, V8's log or
 * samples. Enough where a test checks what is measured, and ratios within a fifth.
 */
export function brief(policy: Policy): Policy {
  return { ...policy, replicates: 2, aloneMs: 0, codeLogForks: 0, sampledForks: 0 };
}

/** Runs the command line by the brief policy, inside the test's process. */
export function hotpathBriefly(folder: string, words: readonly string[]): Promise<Ended> {
  return hotpathInProcess(folder, words, { adjustPolicy: brief });
}
