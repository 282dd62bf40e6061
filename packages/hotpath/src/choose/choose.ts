import type { Candidate } from './candidates.js';
import { cover } from './cover.js';
import { type Division, divide, type Stack } from './divide.js';
import { narrow } from './narrow.js';
import { type CandidateFacts, whyUndivided } from './undivided.js';

export interface ChoiceRule {
  /** Most rows. */
  readonly most: number;
  /** Calls of a candidate's function per operation; null where they were not counted. */
  readonly callsOf: (candidate: Candidate) => number | null;
  /** Time of an operation. */
  readonly pathNs: number;
}

/** A row that keeps at most this share for itself is not divided further. */
const enough = 0.1;

/** A row that keeps more than this is divided into statements where no function divides it. */
const large = 0.2;

/** Part of the rows that may be chosen before what is outside of them is covered. */
const firstPart = 0.6;

/** Least gain of a choice, nats of entropy for each row that it adds. */
const leastGain = 0.03;

/** Code that runs more often in an operation is part of the row around it: its probes would cost more than the path. */
const mostCalls = 1000;

/** Candidates with less of the path than this are not considered. */
const leastShare = 0.02;

/** A candidate shorter than this cannot be told from a clock read, ns. */
const shortestNs = 15;

/** A choice, and why its rows are not divided further. */
export interface Choice extends Division {
  readonly undivided: readonly string[];
}

/** Chooses rows among the candidates of sampled stacks. `pathNs`: time of an operation. */
export function choose(
  stacks: readonly Stack[],
  candidates: readonly Candidate[],
  { most, callsOf, pathNs }: ChoiceRule,
): Choice {
  const shares = sharesOf(stacks, candidates.length);
  const facts = candidates.map((candidate, index) =>
    factsOf(shares[index] as number, callsOf(candidate) ?? 1, pathNs),
  );
  const ofKind = (kind: Candidate['kind']): number[] =>
    [...candidates.keys()].filter(
      (index) => facts[index]?.unfit === null && candidates[index]?.kind === kind,
    );
  const functions = ofKind('function');
  const lines = ofKind('line');
  const rule = { most, enough, leastGain };
  const first = divide(stacks, functions, { ...rule, most: Math.round(firstPart * most) });
  const covered = cover(stacks, functions, first, most);
  const second = divide(stacks, functions, rule, covered.chosen);
  const third = divide(stacks, lines, { ...rule, enough: large }, second.chosen);
  const named = narrow(stacks, functions, cover(stacks, lines, third, most), { large, most });
  const division = narrow(stacks, lines, named, { large, most });
  return { ...division, undivided: whyUndivided(division, candidates, facts) };
}

function factsOf(share: number, calls: number, pathNs: number): CandidateFacts {
  return { calls, unfit: whyUnfit(share, calls, pathNs) };
}

function whyUnfit(share: number, calls: number, pathNs: number): CandidateFacts['unfit'] {
  if (share < leastShare) return 'small';
  if (calls > mostCalls) return 'often';
  return (share * pathNs) / calls < shortestNs ? 'short' : null;
}

function sharesOf(stacks: readonly Stack[], candidates: number): Float64Array {
  const shares = new Float64Array(candidates);
  for (const { steps, share } of stacks)
    for (const step of steps) shares[step] = (shares[step] as number) + share;
  return shares;
}
