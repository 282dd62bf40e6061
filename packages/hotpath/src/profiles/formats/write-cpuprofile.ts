import type { Profile } from '../../model/profiles/profile.js';
import { linksOf } from '../tree/walk.js';
import { wholeWeights } from './whole-weights.js';

/** Of a weight in µs: samples and bytes, which have no time, count as ms. */
const perUs: Readonly<Record<Profile['unit'], number>> = { nanoseconds: 1e-3, samples: 1e3, bytes: 1e3 };

/** A file of more samples would be larger than it is worth. */
const mostSamples = 1_000_000;

/**
 * Writes a .cpuprofile that DevTools, speedscope and editors open. Each node has its part of the samples, one behind the
 * other and of the same length: a profile has no order of time.
 */
export function* writeCpuProfile(profile: Profile): Generator<string> {
  const { parents, functionOf, functions } = profile;
  const links = linksOf(profile);
  const lengths = wholeWeights(profile.self, perUs[profile.unit]);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const counts = sampleCounts(lengths, total, Math.min(profile.samples, mostSamples));
  yield '{"nodes":[';
  for (let node = 0; node < parents.length; node++) {
    const called = functions[functionOf[node] as number] ?? { name: '(root)', file: '', line: 0, column: 0 };
    const callFrame = {
      functionName: called.name,
      scriptId: '0',
      url: called.file,
      lineNumber: called.line - 1,
      columnNumber: called.column - 1,
    };
    const one = { id: node + 1, callFrame, hitCount: counts[node], children: childIds(links, node) };
    yield `${node === 0 ? '' : ','}${JSON.stringify(one)}`;
  }
  yield `],"startTime":0,"endTime":${total},"samples":[`;
  yield* joined(sampledIds(counts));
  yield '],"timeDeltas":[';
  yield* joined(deltas(counts, lengths));
  yield ']}\n';
}

/** How many samples stand for each node: its part of all, at least one where it has weight, at most one a microsecond. */
function sampleCounts(lengths: Float64Array, total: number, samples: number): Float64Array {
  return lengths.map((length) =>
    length > 0 ? Math.min(length, Math.max(1, Math.round((samples * length) / total))) : 0,
  );
}

function* sampledIds(counts: Float64Array): Generator<number> {
  for (let node = 0; node < counts.length; node++)
    for (let sample = 0; sample < (counts[node] as number); sample++) yield node + 1;
}

/** A sample lasts until the next, so the time before it is the length of the one before: whole numbers with the same sum. */
function* deltas(counts: Float64Array, lengths: Float64Array): Generator<number> {
  let before = 0;
  for (let node = 0; node < counts.length; node++) {
    const [count, length] = [counts[node] as number, lengths[node] as number];
    for (let sample = 0; sample < count; sample++) {
      yield before;
      before = Math.round(((sample + 1) * length) / count) - Math.round((sample * length) / count);
    }
  }
}

function childIds({ firstChild, nextSibling }: ReturnType<typeof linksOf>, node: number): number[] {
  const ids: number[] = [];
  for (let child = firstChild[node] as number; child !== -1; child = nextSibling[child] as number)
    ids.push(child + 1);
  return ids;
}

const perPiece = 10_000;

function* joined(values: Iterable<number>): Generator<string> {
  let piece: number[] = [];
  let isFirst = true;
  for (const value of values) {
    piece.push(value);
    if (piece.length < perPiece) continue;
    yield (isFirst ? '' : ',') + piece.join(',');
    isFirst = false;
    piece = [];
  }
  if (piece.length > 0) yield (isFirst ? '' : ',') + piece.join(',');
}
