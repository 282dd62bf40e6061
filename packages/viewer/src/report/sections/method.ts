import type { Report } from '../../../../hotpath/src/model/report/report.js';
import { element } from '../../dom/element.js';
import { inUnit, signedPercent, timeUnit } from '../../theme/time-unit.js';
import { section } from '../section.js';

/** How the numbers were made, and what is known of their errors. */
export function createMethod({ ledger, policy }: Report): HTMLElement {
  const paragraphs = [
    `The untouched path and copies of it with one probe each ran side by side in ${policy.forksMeasured} processes of their own. TOTAL is the untouched path; every difference is taken within one process. Intervals hold 95 % and are over replicates: sets of processes that measure all rows once.`,
    'A row has up to three routes. Spans read a clock at its edges. Marginal cost runs it several times and takes the slope of the whole; no timer is in it. Samples are shares of the path with inlining off. The bar is the mean of spans and marginal cost by their variances; samples stand beside it.',
    'Times of rows contain the rows below them; “(itself)” is what is left to a row alone. Own times and UNEXPLAINED add up to TOTAL exactly, and no number is clamped: a difference that is smaller than its error may come out below zero.',
    ...errorTexts(ledger),
    ...wakingTexts(ledger),
    ...(ledger.concurrent
      ? [
          'Executions of rows overlap in time: a row has the time in which it ran, and its waiting is beside it.',
        ]
      : []),
  ];
  return section('method', 'How it was measured', ...paragraphs.map((text) => element('p', {}, text)));
}

function wakingTexts({ waking }: Report['ledger']): string[] {
  if (!waking) return [];
  const unit = timeUnit(waking.quickest);
  const asleep =
    waking.asleep === null
      ? ''
      : ` Processors were kept awake meanwhile; before, when they could fall asleep, it took ${inUnit(waking.asleep, unit)}.`;
  return [
    `The path waits. To wake a thread that sleeps, and be woken by it at once, took ${inUnit(waking.quickest, unit)} ${unit.name} in the calmest process and ${inUnit(waking.typical, unit)} in all, measured beside each batch.${asleep} Each percent more makes the path ${waking.elasticity.toFixed(2)} % longer, and the ledger is as if all processes had found the middle one.`,
  ];
}

function errorTexts({ timer, twinGap, allocatedBytes, processor, orderEffects }: Report['ledger']): string[] {
  const unit = timeUnit(1);
  const drift = signedPercent(orderEffects.drift.mean);
  return [
    `${inUnit(timer.interval.mean - timer.hidden.mean, unit)} ns of timer were taken off each span. The same code twice differs by ${signedPercent(twinGap.mean)}, and the last replicate from the first by ${drift}. The processor was calm in ${signedPercent(processor.calmShare)} of the batches. An operation allocates ${Number.isFinite(allocatedBytes.mean) ? allocatedBytes.mean.toFixed(0) : '?'} bytes.`,
  ];
}
