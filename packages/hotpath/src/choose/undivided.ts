import type { Candidate } from './candidates.js';
import type { Division } from './divide.js';

/** What is known of a candidate. */
export interface CandidateFacts {
  /** Executions in an operation. */
  readonly calls: number;
  /** Why it cannot be a row; null where it can. */
  readonly unfit: 'small' | 'often' | 'short' | null;
}

/** Why each chosen candidate is not divided further. The candidate that has most of its own time decides. */
export function whyUndivided(
  { chosen, parts }: Division,
  candidates: readonly Candidate[],
  facts: readonly CandidateFacts[],
): string[] {
  return chosen.map((index) => {
    const own = parts.filter(({ around }) => around.at(-1) === index).sort((a, b) => b.own - a.own)[0];
    const inside = [...(own?.inside ?? [])].sort(([, a], [, b]) => b.share - a.share)[0]?.[0] ?? -1;
    return reason(candidates[index] as Candidate, candidates[inside], facts[inside]);
  });
}

function reason(row: Candidate, inside: Candidate | undefined, facts: CandidateFacts | undefined): string {
  if (row.isLoop) return 'it is one loop';
  if (!inside || !facts) return 'no function or statement of a file runs inside it';
  switch (facts.unfit) {
    case 'often':
      return `${inside.name} runs ${Math.round(facts.calls)} times an operation inside it`;
    case 'short':
      return `${inside.name} inside it is shorter than a clock read`;
    case 'small':
      return 'its time is spread over many small parts';
    case null:
      return 'no part of it tells more of where the time goes';
  }
}
