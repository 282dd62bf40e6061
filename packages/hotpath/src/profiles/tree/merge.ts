import type { Profile } from '../../model/profiles/profile.js';
import { createProfileBuilder, root } from './profile-builder.js';

/** Merges profiles of the same unit into one. Null if the units differ or there are no profiles. */
export function mergeProfiles(profiles: readonly Profile[]): Profile | null {
  const [first] = profiles;
  if (!first || profiles.some(({ unit }) => unit !== first.unit)) return null;
  if (profiles.length === 1) return first;
  const builder = createProfileBuilder(first.unit);
  for (const profile of profiles) {
    const functions = profile.functions.map(builder.functionOf);
    const places = new Int32Array(profile.parents.length);
    for (let node = 0; node < places.length; node++) {
      const parent = places[profile.parents[node] as number] as number;
      places[node] =
        node === 0 ? root : builder.child(parent, functions[profile.functionOf[node] as number] as number);
      builder.add(places[node] as number, profile.self[node] as number, 0);
    }
    builder.add(root, 0, profile.samples);
  }
  return builder.build();
}
