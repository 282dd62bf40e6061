import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packings, plainFiles, writings } from '../../../test/support/profile-files.js';
import { UserError } from '../../errors.js';
import type { Profile } from '../../model/profiles/profile.js';
import { seededRandom } from '../../stats/random.js';
import { totalsOf } from '../tree/walk.js';
import { writeCollapsed } from './collapsed.js';
import { readProfile } from './read-profile-file.js';
import { writeCpuProfile } from './write-cpuprofile.js';
import { writeSpeedscope } from './write-speedscope.js';

type Random = () => number;

const below = (count: number, random: Random): number => Math.floor(random() * count);
const oneOf = <T>(items: readonly T[], random: Random): T => items[below(items.length, random)] as T;

/** Texts that replace a number or a name. */
const odd = [
  '-1',
  '0',
  '1e999',
  '-0.5',
  '1e308',
  '9007199254740993',
  'null',
  'true',
  '"x"',
  '[]',
  '{}',
  '"\\n"',
  '',
];

/** Ways to damage a file. */
const damages: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  // Cut off.
  (bytes, random) => bytes.subarray(0, below(bytes.length, random)),
  // A byte changed.
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    changed[below(bytes.length, random)] = below(256, random);
    return changed;
  },
  // A range left out, or there twice.
  (bytes, random) => {
    const [from, to] = [below(bytes.length, random), below(bytes.length, random)];
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  // A number or a text of JSON replaced.
  (bytes, random) => {
    const text = bytes.toString('latin1');
    const places = [...text.matchAll(/-?\d+(?:\.\d+)?|"[^"]*"/g)];
    if (places.length === 0) return bytes;
    const place = oneOf(places, random);
    const rest = text.slice(place.index + place[0].length);
    return Buffer.from(text.slice(0, place.index) + oneOf(odd, random) + rest, 'latin1');
  },
  // A byte that is often a structure of its own.
  (bytes, random) => {
    const at = below(bytes.length, random);
    const inserted = Buffer.from(
      oneOf(['[', ']', '{', '}', '"', ',', '\\', '\n', '\0', '\xff\xff\xff\xff'], random),
      'latin1',
    );
    return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
  },
];

function damaged(bytes: Buffer, random: Random): Buffer {
  let result = bytes;
  for (let left = 1 + below(3, random); left > 0 && result.length > 0; left--)
    result = oneOf(damages, random)(result, random);
  return result;
}

async function* inPieces(bytes: Uint8Array, random: Random): AsyncGenerator<Uint8Array> {
  for (let at = 0, next = 0; at < bytes.length; at = next) {
    next = at + 1 + below(200, random);
    yield bytes.subarray(at, next);
  }
}

/** What is wrong with a call tree; null where nothing is. */
function faultOf({ functions, parents, functionOf, self, samples }: Profile): string | null {
  if (parents[0] !== -1 || functionOf[0] !== -1) return 'node 0 is not the root';
  if (new Set([parents.length, functionOf.length, self.length]).size > 1) return 'columns differ in length';
  for (let node = 1; node < parents.length; node++) {
    const [parent, called] = [parents[node] as number, functionOf[node] as number];
    if (!(parent >= 0 && parent < node)) return `node ${node} has the parent ${parent}`;
    if (!(called >= 0 && called < functions.length)) return `node ${node} has the function ${called}`;
  }
  if (!self.every((weight) => weight >= 0 && weight < Number.POSITIVE_INFINITY)) return 'a weight is odd';
  if (!(samples >= 0 && samples < Number.POSITIVE_INFINITY)) return `it has ${samples} samples`;
  const isPlace = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  const isOdd = functions.find(
    ({ name, file, line, column }) =>
      typeof name !== 'string' || typeof file !== 'string' || !isPlace(line) || !isPlace(column),
  );
  return isOdd ? `a function is ${JSON.stringify(isOdd)}` : null;
}

/** What came of a file: `read`, or `refused`. Anything else fails the test. */
async function outcome(bytes: Buffer, name: string, random: Random): Promise<'read' | 'refused'> {
  try {
    const profile = await readProfile(inPieces(bytes, random), name);
    expect(faultOf(profile)).toBeNull();
    expect(totalsOf(profile)[0]).toBeGreaterThanOrEqual(0);
    for (const write of [writeCollapsed, writeSpeedscope, writeCpuProfile])
      expect([...write(profile, 'x')].join('')).not.toMatch(/NaN|Infinity|undefined/);
    return 'read';
  } catch (problem) {
    if (!(problem instanceof UserError)) throw problem;
    expect(problem.message).toMatch(/^[^\n\r]+: [^\n\r]+$/);
    return 'refused';
  }
}

const seed = Number(process.env.DAMAGED_FILES_FROM ?? 1);
const cases = Number(process.env.DAMAGED_FILES ?? 300);
const files = Object.entries(plainFiles());
const texts = files.filter(([name]) => name !== 'pprof.pb');

describe('a damaged file is read as a whole tree or refused in a line', () => {
  it.each(files)('%s', async (name, bytes) => {
    const random = seededRandom(seed);
    const outcomes = new Set<string>();
    for (let left = cases; left > 0; left--)
      outcomes.add(await outcome(damaged(bytes, random), name, random));
    expect([...outcomes].sort()).toEqual(['read', 'refused']);
  });

  it('packed, and damaged before or after that', async () => {
    const random = seededRandom(seed);
    for (let left = cases; left > 0; left--) {
      const [name, bytes] = oneOf(files, random);
      const [, pack, ending] = oneOf(packings, random);
      const file = random() < 0.5 ? pack(damaged(bytes, random)) : damaged(pack(bytes), random);
      await outcome(file, `${name}${ending}`, random);
    }
  });

  it('in other writings', async () => {
    const random = seededRandom(seed);
    for (let left = cases; left > 0; left--) {
      const [name, bytes] = oneOf(texts, random);
      const [, write, ending] = oneOf(writings, random);
      await outcome(damaged(write(bytes), random), `${name}${ending}`, random);
    }
  });

  it('under the name of another format, and of bytes that mean nothing', async () => {
    const random = seededRandom(seed);
    for (let left = cases; left > 0; left--) {
      const noise = Buffer.from(Array.from({ length: below(300, random) }, () => below(256, random)));
      const bytes = random() < 0.5 ? noise : damaged(oneOf(files, random)[1], random);
      await outcome(random() < 0.3 ? gzipSync(bytes) : bytes, oneOf(files, random)[0], random);
    }
  });
});
