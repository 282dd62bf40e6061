import { collector, type Frame } from '../model/profiles/stack-sample.js';
import type { Candidate, CandidatesAround } from './candidates.js';
import type { Stack } from './divide.js';

/** The candidates of a file; null for one that cannot be read. */
export type CandidatesIn = (file: string) => CandidatesAround | null;

export interface SampledFrames {
  /** Innermost first. */
  readonly frames: readonly Frame[];
  readonly ns: number;
}

/** Sampled stacks as candidates, and the candidates. Recursive calls count at the outermost. Time of the garbage collector is left out. */
export function stacksOf(
  sampled: readonly SampledFrames[],
  candidatesIn: CandidatesIn,
): { readonly candidates: readonly Candidate[]; readonly stacks: readonly Stack[] } {
  const indexes = new Map<Candidate, number>();
  const indexOf = (candidate: Candidate): number => {
    const index = indexes.get(candidate) ?? indexes.size;
    indexes.set(candidate, index);
    return index;
  };
  const running = sampled.filter(({ frames }) => frames[0]?.name !== collector);
  const whole = running.reduce((sum, { ns }) => sum + ns, 0);
  const shares = new Map<string, { steps: readonly number[]; share: number }>();
  for (const { frames, ns } of running) {
    const around = frames
      .toReversed()
      .flatMap(({ name, file, line }) => candidatesIn(file)?.(name, line) ?? []);
    const steps = [...new Set(around.map(indexOf))];
    const key = steps.join();
    const known = shares.get(key);
    if (known) known.share += ns / whole;
    else shares.set(key, { steps, share: ns / whole });
  }
  return { candidates: [...indexes.keys()], stacks: [...shares.values()] };
}
