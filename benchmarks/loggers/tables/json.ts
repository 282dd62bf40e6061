import { message, payload } from '../candidates/logger.js';
import type { OutcomeOf, Part } from '../child/job.js';
import type { Comparison, ComparisonSettings, Rounds } from '../compare.js';
import type { Environment } from '../environment.js';
import { namesIn, valuesOf } from './columns.js';
import { type Ratio, ratioTo } from './ratio.js';

/** All outcomes by round, and the ratios computed from them. Times are in ns unless their name says ms. */
export function comparisonJson(
  { throughput, slowSink, burst, leftOut }: Comparison,
  base: string,
  { rounds, seed, effort }: Pick<ComparisonSettings, 'rounds' | 'seed' | 'effort'>,
  environment: Environment,
): string {
  const value = {
    schema: 'hotpath/loggers@1',
    environment,
    workload: { message, payload },
    rounds,
    seed,
    effort,
    base,
    leftOut,
    throughput: partJson(throughput, base, {
      linesPerSecond: (outcome) => outcome.linesPerSecond,
      mean: ({ latency }) => latency.mean,
      median: ({ latency }) => latency.median,
      p95: ({ latency }) => latency.p95,
      p99: ({ latency }) => latency.p99,
      peakBytes: ({ peakBytes }) => peakBytes,
    }),
    slowSink: partJson(slowSink, base, {
      median: ({ latency }) => latency.median,
      p99: ({ latency }) => latency.p99,
      max: ({ latency }) => latency.max,
    }),
    burst: partJson(burst, base, {
      burstMs: ({ burstMs }) => burstMs,
      flushMs: ({ flushMs }) => flushMs,
    }),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

type Measures<P extends Part> = Readonly<Record<string, (outcome: OutcomeOf<P>) => number>>;

function partJson<P extends Part>(rounds: Rounds<P>, base: string, measures: Measures<P>): object {
  return Object.fromEntries(
    namesIn(rounds).map((name) => [
      name,
      { ratios: ratiosOf(rounds, base, name, measures), rounds: rounds.map((round) => round.get(name)) },
    ]),
  );
}

function ratiosOf<P extends Part>(
  rounds: Rounds<P>,
  base: string,
  name: string,
  measures: Measures<P>,
): Readonly<Record<string, Ratio>> {
  return Object.fromEntries(
    Object.entries(measures).map(([measure, value]) => [
      measure,
      ratioTo(valuesOf(rounds, base, value), valuesOf(rounds, name, value)),
    ]),
  );
}
