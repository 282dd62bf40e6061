import { halfWidth } from '../model/report/estimate.js';
import type { Ledger } from '../model/report/ledger.js';
import type { Report } from '../model/report/report.js';
import { percent } from '../model/text/percent.js';
import type { Check, Examination, Readings } from './examination.js';
import { errorOf, furthest, knownLoops } from './known-loops.js';
import { machineChecks } from './machine-checks.js';

/** A clock pair that takes longer is that of an emulated timer. */
const slowClock = 250;

/** Copies of the same code may differ by this share. */
const mostGap = 0.03;

/** With a smaller share of calm batches, a report is a warning. */
const fewestCalm = 0.05;

/** A loop's share may be off by this share of the path. */
const mostError = 0.01;

/** Judges a machine by the ledger of the doctor's path and a few readings. */
export function examine(report: Report, readings: Readings): Examination {
  const { ledger } = report;
  const checks = [
    ...machineChecks(report.environment, readings),
    clockPair(ledger),
    hiddenPart(ledger),
    twinGap(ledger),
    calmShare(ledger),
    sixLoops(ledger),
    samples(ledger),
  ];
  return { checks, abilities: abilitiesOf(ledger) };
}

function clockPair({ timer }: Ledger): Check {
  return {
    name: 'Clock pair',
    found: `${ns(timer.interval.mean)} between two reads; a pair adds ${ns(timer.perturbation.mean)} to a path`,
    verdict: timer.interval.mean > slowClock ? 'poor' : 'good',
  };
}

function hiddenPart({ timer }: Ledger): Check {
  const { hidden } = timer;
  return {
    name: 'Hidden part',
    found: `a chain of arithmetic hides ${ns(hidden.mean)} ± ${ns(halfWidth(hidden))} of a pair`,
    verdict: 'note',
  };
}

function twinGap({ twinGap: gap }: Ledger): Check {
  return {
    name: 'Twin gap',
    found: `the same code measured twice differs by ${percent(gap.mean)}; at most ${percent(mostGap)} is good`,
    verdict: Math.abs(gap.mean) > mostGap ? 'poor' : 'good',
  };
}

function calmShare({ processor }: Ledger): Check {
  return {
    name: 'Calm',
    found: `the processor was calm in ${percent(processor.calmShare)} of the batches; at least ${percent(fewestCalm)} is needed`,
    verdict: processor.calmShare < fewestCalm ? 'poor' : 'good',
  };
}

function sixLoops(ledger: Ledger): Check {
  const worst = furthest(knownLoops(ledger));
  return {
    name: 'Six loops',
    found: `largest error: ${worst.row.name} read as ${percent(worst.share)}, ${percent(worst.truth)} is true; at most one point is good`,
    verdict: errorOf(worst) > mostError ? 'poor' : 'good',
  };
}

function samples({ rows }: Ledger): Check {
  const route = rows.find(({ routes }) => routes.sampled !== null)?.routes.sampled;
  const refused = rows.find(({ routes }) => routes.refused.sampled !== null)?.routes.refused.sampled;
  return {
    name: 'Samples',
    found: route
      ? `the sampling profiler works; without inlining the loops take ${route.slowDown.toFixed(2)} times as long`
      : `the sampling profiler does not work: ${refused ?? 'no sample was taken'}`,
    verdict: 'note',
  };
}

function abilitiesOf(ledger: Ledger): string[] {
  const loops = knownLoops(ledger);
  const narrowest = Math.max(...loops.map(({ half }) => half));
  const total = halfWidth(ledger.total) / ledger.total.mean;
  return [
    `A path of ${(ledger.total.mean / 1000).toFixed(1)} µs is known to ±${percent(total)} after a quick run.`,
    `Its rows are known to ±${ns(narrowest)} or better, so a row of ${ns(10 * narrowest)} is known to a tenth.`,
  ];
}

function ns(value: number): string {
  return `${value.toFixed(1)} ns`;
}
