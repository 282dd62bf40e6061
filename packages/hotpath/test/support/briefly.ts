import { briefPolicy } from '../../src/plan/effort/policy.js';
import { hotpathInProcess } from './in-process-built.js';
import type { Ended } from './workspace.js';

/** Runs the command line by the brief policy, inside the test's process. */
export function hotpathBriefly(folder: string, words: readonly string[]): Promise<Ended> {
  return hotpathInProcess(folder, words, { adjustPolicy: briefPolicy });
}
