import type { SampledFork } from '../../model/measurement/measurement.js';
import type { Plan } from '../../model/measurement/plan.js';
import type { Frame } from '../../model/profiles/stack-sample.js';
import { pathFrames } from './rows-of-stack.js';

/** A stack, cut to the path's part. */
export interface PathStack {
  /** Innermost first. */
  readonly frames: readonly Frame[];
  readonly count: number;
  /** Its part of an operation, ns. */
  readonly ns: number;
}

/** The stacks inside the path. The time of all operations that ran is divided among them in proportion to their samples. */
export function pathStacks(plan: Plan, sampled: readonly SampledFork[]): PathStack[] {
  const inPath = pathFrames(plan);
  const stacks = sampled.flatMap((fork) =>
    fork.stacks.flatMap(({ frames, count }) => {
      const own = inPath(frames);
      return own ? [{ frames: own, count }] : [];
    }),
  );
  const samples = stacks.reduce((sum, { count }) => sum + count, 0);
  const nsPerSample = sampledNs(sampled) / samples;
  return stacks.map((stack) => ({ ...stack, ns: stack.count * nsPerSample }));
}

/** Mean time of an operation while samples were taken, ns. */
export function sampledNs(sampled: readonly SampledFork[]): number {
  const operations = sampled.reduce((sum, fork) => sum + fork.operations, 0);
  return sampled.reduce((sum, fork) => sum + fork.wholeNs, 0) / operations;
}
