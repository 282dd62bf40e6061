const statistics = () => ({
  ...{
    mean: 0,
    min: 0,
    max: 0,
    p50: 0,
    p75: 0,
    p95: 0,
    p99: 0,
    p995: 0,
    p999: 0,
    moe: 0,
    rme: 0,
    sd: 0,
    sem: 0,
  },
  ...{ variance: 0, mad: 0, aad: 0, critical: 0, df: 0, samplesCount: 0, deviation: 0, hz: 0, samples: [] },
});

/** The result of a case that did not run, with the numbers that files print: all of them 0. */
export function noResult() {
  const own = { ...statistics(), latency: statistics(), throughput: statistics(), stats: statistics() };
  return { ...own, totalTime: 0, period: 0, runs: 0, opsSec: 0, state: 'completed' };
}
