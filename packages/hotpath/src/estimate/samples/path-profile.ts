import type { SampledFork } from '../../model/measurement/measurement.js';
import type { Plan } from '../../model/measurement/plan.js';
import type { Profile, ProfiledFunction } from '../../model/profiles/profile.js';
import type { Frame } from '../../model/profiles/stack-sample.js';
import { rowFile } from '../../profiles/tree/category.js';
import { createProfileBuilder, root } from '../../profiles/tree/profile-builder.js';
import { pathStacks } from './path-stacks.js';
import { type EnteredRow, rowFinder } from './rows-of-stack.js';

/** The function that a frame belongs to. */
export type FunctionOfFrame = (frame: Frame) => ProfiledFunction;

/** The sampled calls of a path. Each row is a call of its own inside the function that holds it. Weights are ns per operation. */
export function pathProfile(
  plan: Plan,
  sampled: readonly SampledFork[],
  functionOf: FunctionOfFrame,
): Profile {
  return callsOf(plan, sampled, functionOf, rowFinder(plan));
}

/** The sampled calls of a path without its rows. */
export function pathCalls(plan: Plan, sampled: readonly SampledFork[], functionOf: FunctionOfFrame): Profile {
  return callsOf(plan, sampled, functionOf, () => []);
}

function callsOf(
  plan: Plan,
  sampled: readonly SampledFork[],
  functionOf: FunctionOfFrame,
  rowsOf: (frames: readonly Frame[]) => readonly EnteredRow[],
): Profile {
  const builder = createProfileBuilder('nanoseconds');
  for (const { frames, count, ns } of pathStacks(plan, sampled)) {
    const entered = rowsOf(frames);
    let node = root;
    for (let frame = frames.length - 1; frame >= 0; frame--) {
      node = builder.child(node, builder.functionOf(functionOf(frames[frame] as Frame)));
      for (const { row } of entered.filter((one) => one.frame === frame)) {
        const called = { name: row.name, file: rowFile, line: 0, column: 0 };
        node = builder.child(node, builder.functionOf(called));
      }
    }
    builder.add(node, ns, count);
  }
  return builder.build();
}
