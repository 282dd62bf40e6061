import type { Profile } from '../model/profile.js';
import { linksOf } from '../tree/walk.js';
import { wholeWeights } from './whole-weights.js';

/** Of a weight in µs: samples and bytes, which have no time, count as ms. */
const perUs: Readonly<Record<Profile['unit'], number>> = { nanoseconds: 1e-3, samples: 1e3, bytes: 1e3 };

/**
 * Writes a .cpuprofile that DevTools, speedscope and editors open. A node with weight of its own is one sample that lasts
 * as long as all of its were.
 */
export function* writeCpuProfile(profile: Profile): Generator<string> {
  const { parents, functionOf, functions } = profile;
  const links = linksOf(profile);
  const lengths = wholeWeights(profile.self, perUs[profile.unit]);
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
    const hitCount = (lengths[node] as number) > 0 ? 1 : 0;
    const one = { id: node + 1, callFrame, hitCount, children: childIds(links, node) };
    yield `${node === 0 ? '' : ','}${JSON.stringify(one)}`;
  }
  const sampled = [...lengths.keys()].filter((node) => (lengths[node] as number) > 0);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  yield `],"startTime":0,"endTime":${total},"samples":[`;
  yield* joined(sampled.map((node) => node + 1));
  yield '],"timeDeltas":[';
  // A sample lasts until the next, so the time before it is the length of the one before.
  yield* joined(
    sampled.map((_, index) => (index === 0 ? 0 : (lengths[sampled[index - 1] as number] as number))),
  );
  yield ']}\n';
}

function childIds({ firstChild, nextSibling }: ReturnType<typeof linksOf>, node: number): number[] {
  const ids: number[] = [];
  for (let child = firstChild[node] as number; child !== -1; child = nextSibling[child] as number)
    ids.push(child + 1);
  return ids;
}

const perPiece = 10_000;

function* joined(values: readonly number[]): Generator<string> {
  for (let from = 0; from < values.length; from += perPiece)
    yield (from === 0 ? '' : ',') + values.slice(from, from + perPiece).join(',');
}
