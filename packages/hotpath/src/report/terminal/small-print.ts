import type { Ledger } from '../../model/report/ledger.js';
import type { Report } from '../../model/report/report.js';
import { percent } from '../../model/text/percent.js';
import { slowDownText } from '../text/slow-down.js';
import { inUnit, timeUnit } from '../text/units.js';
import { wrap } from '../text/wrap.js';

/** What a reader has to know about the numbers of a ledger: labelled lines, wrapped at the width. */
export function smallPrint(report: Report, width: number): string {
  return facts(report)
    .map(([label, text]) => wrap(`${`${label}:`.padEnd(indent.length)}${text}`, width, indent))
    .join('\n');
}

type Fact = readonly [label: string, text: string];

/** As wide as the longest label and the space after it. */
const indent = ' '.repeat(11);

const nanoseconds = timeUnit(1);

function facts({ ledger, policy, environment }: Report): Fact[] {
  const { timer, twinGap, allocatedBytes, processor, waking } = ledger;
  const batches = `batches of ${policy.batchOperations.join('/')} operations`;
  const timerTaken = inUnit(timer.interval.mean - timer.hidden.mean, nanoseconds);
  const bytes = inUnit(allocatedBytes.mean, { ...nanoseconds, digits: 0 });
  return [
    [
      'Measured',
      `${counted(processor.replicatesUsed, 'replicate')} in ${counted(policy.forksMeasured, 'fork')}, ${batches}, seed ${policy.seed}`,
    ],
    ['Timer', `${timerTaken} ns taken off each span`],
    ['Memory', `${bytes} bytes allocated per operation`],
    ['Twin gap', `the same code measured twice differs by ${percent(twinGap.mean)}`],
    ...(waking ? [wakingFact(waking)] : []),
    ['Processor', `${processorText(environment)}; calm in ${percent(processor.calmShare)} of the batches`],
    ...sampledFact(ledger),
  ];
}

/** The model, and what is known of its clock. */
function processorText({ cpu, megahertz, clockSource }: Report['environment']): string {
  const rate = megahertz === null ? '' : ` at ${(megahertz / 1000).toFixed(1)} GHz`;
  return `${cpu}${rate}, ${clockSource} clock`;
}

function wakingFact({ typical, asleep, elasticity }: NonNullable<Ledger['waking']>): Fact {
  const unit = timeUnit(typical);
  const inWords = (ns: number): string => `${inUnit(ns, unit)} ${unit.name}`;
  const keptAwake =
    asleep === null
      ? ''
      : `, with the processors kept awake as for the ledger (otherwise ${inWords(asleep)})`;
  const effect = `each 1% more makes the path ${elasticity.toFixed(2)}% longer`;
  return [
    'Waking',
    `${inWords(typical)} to wake a sleeping thread and be woken by it${keptAwake}; ${effect}`,
  ];
}

function sampledFact({ rows, waking }: Ledger): Fact[] {
  const slowDown = rows.find((row) => row.routes.sampled)?.routes.sampled?.slowDown;
  // A path that waits is sampled under other conditions, so its ratio is not the effect of inlining.
  return slowDown === undefined ? [] : [['Sampled', slowDownText(waking === null ? slowDown : null, 'path')]];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
