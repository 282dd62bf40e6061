import type { Profile } from '../../model/profiles/profile.js';
import { linksOf } from '../tree/walk.js';
import { wholeWeights } from './whole-weights.js';

/** Microseconds per unit of weight. Samples and bytes have no duration; each is written as 1 ms. */
const perUs: Readonly<Record<Profile['unit'], number>> = { nanoseconds: 1e-3, samples: 1e3, bytes: 1e3 };

/** Limit that keeps files at a reasonable size. */
const mostSamples = 1_000_000;

/**
 * Writes a .cpuprofile for DevTools, speedscope and editors. A profile has no time order, so the samples of each node are
 * written one after another, with equal durations.
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

/** The number of samples per node: proportional to its weight, at least 1 if the weight is positive, at most 1 per µs. */
function sampleCounts(lengths: Float64Array, total: number, samples: number): Float64Array {
  return lengths.map((length) =>
    length > 0 ? Math.min(length, Math.max(1, Math.round((samples * length) / total))) : 0,
  );
}

function* sampledIds(counts: Float64Array): Generator<number> {
  for (let node = 0; node < counts.length; node++)
    for (let sample = 0; sample < (counts[node] as number); sample++) yield node + 1;
}

/** Each delta is the duration of the previous sample. The deltas are integers with the right sum. */
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
