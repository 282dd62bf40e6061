import type { SampledFork } from '../model/measurement.js';
import type { Plan } from '../model/plan.js';
import type { Profile } from '../model/profile.js';
import type { Frame } from '../model/stack-sample.js';
import { rowFile } from '../tree/category.js';
import { createProfileBuilder, root } from '../tree/profile-builder.js';
import { pathFrames, rowFinder } from './rows-of-stack.js';

/**
 * The calls of a path as it was sampled, with its rows as calls of their own, inside the function that holds them. Weights
 * are ns an operation: the whole that was run, shared out by samples.
 */
export function pathProfile(plan: Plan, sampled: readonly SampledFork[]): Profile {
  const inPath = pathFrames(plan);
  const rowsOf = rowFinder(plan);
  const stacks = sampled.flatMap((fork) =>
    fork.stacks.map(({ frames, count }) => ({ frames: inPath(frames), count })),
  );
  const samples = stacks.reduce((sum, { frames, count }) => sum + (frames ? count : 0), 0);
  const operations = sampled.reduce((sum, fork) => sum + fork.operations, 0);
  const wholeNs = sampled.reduce((sum, fork) => sum + fork.wholeNs, 0);
  const nsPerSample = wholeNs / operations / samples;
  const builder = createProfileBuilder('nanoseconds');
  for (const { frames, count } of stacks) {
    if (!frames) continue;
    const entered = rowsOf(frames);
    let node = root;
    for (let frame = frames.length - 1; frame >= 0; frame--) {
      const { name, file } = frames[frame] as Frame;
      node = builder.child(node, builder.functionOf({ name, file, line: 0, column: 0 }));
      for (const { row } of entered.filter((one) => one.frame === frame)) {
        const called = { name: row.name, file: rowFile, line: 0, column: 0 };
        node = builder.child(node, builder.functionOf(called));
      }
    }
    builder.add(node, count * nsPerSample, count);
  }
  return builder.build();
}
