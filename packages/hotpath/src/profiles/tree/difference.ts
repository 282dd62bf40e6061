import type { Profile, ProfiledFunction } from '../../model/profiles/profile.js';
import { createProfileBuilder, root } from './profile-builder.js';

/** Two profiles on a common call tree with the calls of both. */
export interface Difference {
  /** The tree with the weights of the later profile. */
  readonly after: Profile;
  /** The same tree with the weights of the earlier profile. */
  readonly before: Profile;
}

/**
 * Merges the call trees of two profiles. Named functions are matched by name and file, whatever their line, because edits
 * above them move them. `scale` is a factor on the weights of the earlier profile. Null if the units differ.
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

/** Returns a function that finds the first function of the same name and file in a profile, or else returns its argument. */
function sameFunctions({ functions }: Profile): (called: ProfiledFunction) => ProfiledFunction {
  const keyOf = ({ name, file, line }: ProfiledFunction): string =>
    JSON.stringify(name === '' ? [file, line] : [name, file]);
  const first = new Map<string, ProfiledFunction>();
  for (const called of functions) if (!first.has(keyOf(called))) first.set(keyOf(called), called);
  return (called) => first.get(keyOf(called)) ?? called;
}
