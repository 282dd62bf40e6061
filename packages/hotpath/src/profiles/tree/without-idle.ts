import type { Profile } from '../../model/profiles/profile.js';

/** The profile with the weight of `(idle)` set to zero. */
export function withoutIdle(profile: Profile): Profile {
  const { functions, functionOf, self } = profile;
  const isIdle = functions.map(({ name, file }) => name === '(idle)' && file === '');
  return { ...profile, self: self.map((weight, node) => (isIdle[functionOf[node] as number] ? 0 : weight)) };
}
