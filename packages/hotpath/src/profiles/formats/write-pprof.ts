import { gzipSync } from 'node:zlib';
import {
  Location,
  Profile as Pprof,
  Function as PprofFunction,
  Sample,
  StringTable,
  ValueType,
} from 'pprof-format';
import { UserError } from '../../errors.js';
import type { Profile } from '../../model/profiles/profile.js';
import { depthsOf, stackOf } from '../tree/walk.js';
import { anonymous } from './frame-text.js';
import { wholeWeights } from './whole-weights.js';

const kinds: Readonly<Record<Profile['unit'], readonly [type: string, unit: string]>> = {
  nanoseconds: ['cpu', 'nanoseconds'],
  samples: ['samples', 'count'],
  bytes: ['space', 'bytes'],
};

/** The format writes each stack in full. More frames than this need over a gigabyte of memory. */
const mostFrames = 20_000_000;

/** Writes a gzipped pprof profile. Throws a UserError if the stacks have too many frames in total. */
export function writePprof(profile: Profile): Uint8Array {
  const weights = wholeWeights(profile.self);
  refuseTooDeep(profile, weights);
  const stringTable = new StringTable();
  const text = (value: string): number => stringTable.dedup(value);
  const [type, unit] = kinds[profile.unit];
  const sampleType = [new ValueType({ type: text(type), unit: text(unit) })];
  const functions = profile.functions.map(
    ({ name, file, line }, index) =>
      new PprofFunction({
        id: index + 1,
        name: text(name || anonymous),
        systemName: text(name || anonymous),
        filename: text(file),
        startLine: line,
      }),
  );
  const location = profile.functions.map(
    ({ line }, index) => new Location({ id: index + 1, line: [{ functionId: index + 1, line }] }),
  );
  const sample = [...weights.keys()]
    .filter((node) => node > 0 && (weights[node] as number) > 0)
    .map((node) => new Sample({ locationId: locationsOf(profile, node), value: [weights[node] as number] }));
  return gzipSync(new Pprof({ sampleType, sample, location, function: functions, stringTable }).encode());
}

/** Innermost first, as pprof requires. */
function locationsOf(profile: Profile, node: number): number[] {
  return stackOf(profile, node)
    .map((called) => called + 1)
    .reverse();
}

function refuseTooDeep(profile: Profile, weights: Float64Array): void {
  const depths = depthsOf(profile);
  const frames = depths.reduce((sum, depth, node) => sum + ((weights[node] as number) > 0 ? depth : 0), 0);
  if (frames <= mostFrames) return;
  throw new UserError(
    `the stacks have ${frames.toLocaleString('en')} frames in total, too many for a pprof file, which contains each stack in full`,
    'Write speedscope or .cpuprofile instead: in these formats, stacks share their common frames.',
  );
}
