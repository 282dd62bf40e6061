import type { Profile, ProfiledFunction } from '../../model/profiles/profile.js';
import { totalsOf, walkCalls } from './walk.js';

/** The weight of a function in a profile, in the profile's unit. */
export interface FunctionWeight {
  readonly called: ProfiledFunction;
  /** Excluding callees. */
  readonly own: number;
  /** Including callees. Recursive calls count once. */
  readonly whole: number;
}

/** All functions with weight, unordered. */
export function functionTable(profile: Profile): FunctionWeight[] {
  return functionWeights(profile).filter(({ whole }) => whole > 0);
}

/** All functions in the order of the profile, including those without weight. */
export function functionWeights(profile: Profile): FunctionWeight[] {
  const { functions, functionOf, self } = profile;
  const totals = totalsOf(profile);
  const own = new Float64Array(functions.length);
  const whole = new Float64Array(functions.length);
  const open = new Int32Array(functions.length);
  walkCalls(
    profile,
    (node) => {
      const called = functionOf[node] as number;
      own[called] = (own[called] as number) + (self[node] as number);
      if (open[called] === 0) whole[called] = (whole[called] as number) + (totals[node] as number);
      open[called] = (open[called] as number) + 1;
    },
    (node) => {
      const called = functionOf[node] as number;
      open[called] = (open[called] as number) - 1;
    },
  );
  return functions.map((called, index) => ({
    called,
    own: own[index] as number,
    whole: whole[index] as number,
  }));
}
