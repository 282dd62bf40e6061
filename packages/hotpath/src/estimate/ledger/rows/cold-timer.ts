/** What a clock costs more where it runs rarely, ns per execution, as a normal distribution. */
export interface ColdTimer {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * By which share of the interval a pair's interval grows each time that the time between two executions grows e-fold: the clock's code
 * and data leave the caches. The empty pair runs once per operation, so rows that run less often have a colder clock than it
 * (docs/adr/0035).
 */
const growth = 0.5;

/** One standard deviation of it, as a share. */
const doubt = 0.5;

/** The extra cost for a row that runs `calls` times per operation, given the interval of an empty pair, ns. */
export function coldTimer(calls: number, interval: number): ColdTimer {
  const extra = calls > 0 && calls < 1 ? growth * interval * Math.log(1 / calls) : 0;
  return { mean: extra, deviation: doubt * extra };
}
