import { quantile } from './summary.js';

/** Fewest values between two changes. */
const shortest = 8;

/** What a change must gain, in units of ln n times the variance of the noise. BIC demands 3; noise that is not white needs more. */
const penalty = 5;

/**
 * Where the level of a series changes: the start indexes of all its stretches but the first. Optimal partitioning by squared
 * deviations with a penalty for each change (Jackson et al. 2005; pruned as in Killick, Fearnhead and Eckley, Optimal Detection of
 * Changepoints with a Linear Computational Cost, 2012). Values are first replaced by the normal scores of their ranks, so that rare
 * large ones have little weight.
 */
export function changePoints(values: readonly number[]): number[] {
  const n = values.length;
  if (n < 2 * shortest) return [];
  const scores = normalScores(values);
  const cost = segmentCost(scores);
  const each = penalty * Math.log(n) * noiseVariance(scores);
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(n + 1);
  best[0] = -each;
  let starts = [0];
  for (let end = shortest; end <= n; end++) {
    for (const start of starts) {
      const total = (best[start] as number) + cost(start, end) + each;
      if (end - start >= shortest && total < (best[end] as number)) {
        best[end] = total;
        before[end] = start;
      }
    }
    // A start that costs more than a change here will always cost more.
    starts = starts.filter(
      (start) =>
        end - start < shortest || (best[start] as number) + cost(start, end) <= (best[end] as number),
    );
    if (n - end >= shortest) starts.push(end);
  }
  const changes: number[] = [];
  for (let at = before[n] as number; at > 0; at = before[at] as number) changes.unshift(at);
  return changes;
}

/** Sum of squared deviations from the mean between two indexes, from running sums. */
function segmentCost(values: readonly number[]): (start: number, end: number) => number {
  const sums = new Float64Array(values.length + 1);
  const squares = new Float64Array(values.length + 1);
  for (const [index, value] of values.entries()) {
    sums[index + 1] = (sums[index] as number) + value;
    squares[index + 1] = (squares[index] as number) + value * value;
  }
  return (start, end) => {
    const sum = (sums[end] as number) - (sums[start] as number);
    return (squares[end] as number) - (squares[start] as number) - (sum * sum) / (end - start);
  };
}

/** Variance of the noise, from the median difference of neighbours, which changes of level hardly affect. */
function noiseVariance(values: readonly number[]): number {
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] as number)));
  return Math.max((quantile(steps, 0.5) / 0.6745) ** 2 / 2, 1e-6);
}

function normalScores(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  const scores = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++;
    const score = normalQuantile((from + to) / 2 / values.length);
    for (let at = from; at < to; at++) scores[order[at] as number] = score;
    from = to;
  }
  return scores;
}

/** Inverse of the normal distribution, exact to 4.5e-4 (Abramowitz and Stegun 26.2.23). */
function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(Math.max(p, 1e-12)));
  return -(
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  );
}
