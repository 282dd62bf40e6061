import type { ThreadSamples } from '../../observe/attach/sample-threads.js';
import { createCpuProfileReader } from '../../profiles/formats/read-cpuprofile.js';
import type { ThreadProfile } from '../../profiles/tree/top-snapshot.js';

/** Reads the samples of threads; threads without samples are left out. */
export function threadProfiles(samples: readonly ThreadSamples[]): readonly ThreadProfile[] {
  return samples
    .map(({ id, name, cpuProfile }) => {
      const reader = createCpuProfileReader();
      reader.push(cpuProfile);
      return { id, name, profile: reader.end() };
    })
    .filter(({ profile }) => profile.samples > 0);
}
