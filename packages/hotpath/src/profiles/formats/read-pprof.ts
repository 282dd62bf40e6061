import { Profile as Pprof } from 'pprof-format';
import type { Profile, ProfiledFunction, ProfileUnit } from '../../model/profiles/profile.js';
import { createProfileBuilder, root } from '../tree/profile-builder.js';
import { checkPprof } from './check-pprof.js';
import type { ProfileReader } from './profile-reader.js';

/** Nanoseconds per unit of pprof. */
const unitsOfTime: ReadonlyMap<string, number> = new Map([
  ['nanoseconds', 1],
  ['microseconds', 1e3],
  ['milliseconds', 1e6],
  ['seconds', 1e9],
]);

/** Reads a pprof profile (perftools.profiles.Profile), without gzip. The format cannot be read in pieces, so the file is held in memory. */
export function createPprofReader(): ProfileReader {
  const pieces: Uint8Array[] = [];
  return {
    push: (bytes) => pieces.push(Uint8Array.prototype.slice.call(bytes)),
    end: () => toProfile(decode(Buffer.concat(pieces))),
  };
}

function decode(bytes: Buffer): Pprof {
  try {
    checkPprof(bytes);
    return Pprof.decode(bytes);
  } catch (problem) {
    throw new SyntaxError(
      `it is binary, but it is not a pprof profile (${(problem as Error).message}); Brotli files are known by the ending .br`,
    );
  }
}

function toProfile(pprof: Pprof): Profile {
  const { index, unit, scale } = chosenValue(pprof);
  const builder = createProfileBuilder(unit);
  const calledAt = callsByLocation(pprof);
  const counts = pprof.sampleType.findIndex(({ unit }) => textOf(pprof, unit) === 'count');
  for (const { locationId, value } of pprof.sample) {
    let node = root;
    for (const id of [...locationId].reverse()) {
      const calls = calledAt.get(String(id));
      if (!calls) throw new SyntaxError(`a sample refers to location ${id}, which is missing`);
      for (const called of calls) node = builder.child(node, builder.functionOf(called));
    }
    builder.add(node, scale * signed(value[index]), counts === -1 ? 1 : signed(value[counts]));
  }
  return builder.build();
}

/** The last value that is a time, otherwise the last value, which is the default of pprof. */
function chosenValue(pprof: Pprof): { index: number; unit: ProfileUnit; scale: number } {
  const units = pprof.sampleType.map(({ unit }) => textOf(pprof, unit));
  if (units.length === 0) throw new SyntaxError('it has no sample type, so it is not a pprof profile');
  const timed = units.findLastIndex((unit) => unitsOfTime.has(unit));
  if (timed !== -1)
    return { index: timed, unit: 'nanoseconds', scale: unitsOfTime.get(units[timed] as string) as number };
  return { index: units.length - 1, unit: units.at(-1) === 'bytes' ? 'bytes' : 'samples', scale: 1 };
}

/** The functions at each location, outermost first; several if calls were inlined. */
function callsByLocation(pprof: Pprof): ReadonlyMap<string, readonly ProfiledFunction[]> {
  const functions = new Map(
    pprof.function.map((one): [string, ProfiledFunction] => [
      String(one.id),
      {
        name: textOf(pprof, one.name),
        file: textOf(pprof, one.filename),
        line: Math.max(0, signed(one.startLine)),
        column: 0,
      },
    ]),
  );
  const unknown = { name: '', file: '', line: 0, column: 0 };
  return new Map(
    pprof.location.map(({ id, line }) => [
      String(id),
      [...line].reverse().map(({ functionId }) => functions.get(String(functionId)) ?? unknown),
    ]),
  );
}

/** An int64, whose bits the decoder gives as an unsigned number. */
function signed(value: number | bigint = 0): number {
  return typeof value === 'bigint' ? Number(BigInt.asIntN(64, value)) : value;
}

function textOf(pprof: Pprof, index: number | bigint): string {
  return pprof.stringTable.strings[Number(index)] ?? '';
}
