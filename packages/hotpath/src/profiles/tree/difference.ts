import type { Profile, ProfiledFunction } from '../../model/profiles/profile.js';
import { createProfileBuilder, root } from './profile-builder.js';

/** Two profiles on one call tree, which has the calls of both. */
export interface Difference {
  /** Weights are those of the profile behind. */
  readonly after: Profile;
  /** The same calls with the weights of the profile before. */
  readonly before: Profile;
}

/**
 * Lays two profiles over each other; equal calls become one. Functions with a name are the same wherever they stand in
 * their file: what is written above them moves them. `scale` is a factor on the weights of the one before. Null
 * where they count different things.
 */
export function differenceOf(before: Profile, after: Profile, scale = 1): Difference | null {
  if (before.unit !== after.unit) return null;
  const builder = createProfileBuilder(after.unit);
  const known = sameFunctions(after);
  const places = [before, after].map((profile) => {
    const functions = profile.functions.map((called) => builder.functionOf(known(called)));
    const own = new Int32Array(profile.parents.length);
    for (let node = 1; node < own.length; node++) {
      const parent = own[profile.parents[node] as number] as number;
      own[node] = builder.child(parent, functions[profile.functionOf[node] as number] as number);
    }
    own[0] = root;
    return own;
  }) as [Int32Array, Int32Array];
  const tree = builder.build();
  const weighed = (profile: Profile, own: Int32Array, factor: number): Profile => {
    const self = new Float64Array(tree.parents.length);
    profile.self.forEach((weight, node) => {
      self[own[node] as number] = (self[own[node] as number] as number) + factor * weight;
    });
    return { ...tree, self, samples: profile.samples };
  };
  return { before: weighed(before, places[0], scale), after: weighed(after, places[1], 1) };
}

/** Gives for a function the first of its name and file in a profile, and itself where there is none. */
function sameFunctions({ functions }: Profile): (called: ProfiledFunction) => ProfiledFunction {
  const keyOf = ({ name, file, line }: ProfiledFunction): string =>
    JSON.stringify(name === '' ? [file, line] : [name, file]);
  const first = new Map<string, ProfiledFunction>();
  for (const called of functions) if (!first.has(keyOf(called))) first.set(keyOf(called), called);
  return (called) => first.get(keyOf(called)) ?? called;
}
