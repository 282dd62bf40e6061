import type { Profile } from '../../model/profiles/profile.js';

/** Throws a SyntaxError if a weight is negative or not a number, as in a difference of two profiles or after an overflow. */
export function checkProfile(profile: Profile): Profile {
  const { self, samples } = profile;
  const node = self.findIndex((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
  if (node !== -1) {
    const name = profile.functions[profile.functionOf[node] as number]?.name ?? '';
    throw new SyntaxError(
      `${name || 'a function'} has the weight ${self[node]}; weights are numbers from 0 on, except in differences of profiles`,
    );
  }
  const total = self.reduce((sum, weight) => sum + weight, 0);
  if (!Number.isFinite(total + samples)) throw new SyntaxError('its weights are too large to be added up');
  return profile;
}
