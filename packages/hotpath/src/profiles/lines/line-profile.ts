import type { FunctionLines, LineProfile } from '../../model/profiles/line-profile.js';
import { linesOfFunction, type Script } from './lines-of-function.js';
import { type TimedStack, timeLines } from './time-lines.js';

/**
 * The lines of all sampled functions, with their times and hits. `scriptOf` returns the script of a file, null if its text
 * is not available.
 */
export function lineProfile(
  stacks: readonly TimedStack[],
  samples: number,
  scriptOf: (file: string) => Script | null,
): LineProfile {
  const functions: FunctionLines[] = [];
  const total = stacks.reduce((sum, { ns }) => sum + ns, 0);
  const halfOf = (time: number): number => halfOfShare(time / total, samples) * total;
  let blurred = 0;
  for (const [file, times] of timeLines(stacks, (name) => scriptOf(name)?.outline ?? null)) {
    const script = scriptOf(file) as Script;
    for (const [index, time] of times) {
      const found = linesOfFunction(file, script, index, time, halfOf);
      if (!found) continue;
      functions.push(found.lines);
      blurred += found.blurred;
    }
  }
  return {
    total,
    samples,
    functions: functions.sort((a, b) => b.time - a.time || a.line - b.line),
    blurred,
  };
}

/** Half of the 95% confidence interval of a share of samples (Agresti and Coull, 1998). */
function halfOfShare(share: number, samples: number): number {
  const centre = (share * samples + 2) / (samples + 4);
  return 1.96 * Math.sqrt((centre * (1 - centre)) / (samples + 4));
}
