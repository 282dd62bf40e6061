import type { Report } from '../../../../hotpath/src/model/report/report.js';
import { element } from '../../dom/element.js';
import { inUnit, signedPercent, timeUnit } from '../../theme/time-unit.js';
import { section } from '../section.js';

/** How the numbers were measured, and their known errors. */
export function createMethod({ ledger, policy }: Report): HTMLElement {
  const paragraphs = [
    `The path was measured in ${policy.forksMeasured} forks. Each fork alternates between the unchanged path and copies with one probe each. TOTAL is the unchanged path. Differences are always taken within one fork. The 95% confidence intervals are over replicates: a replicate is a set of forks that together measure each row once.`,
    'There are up to four routes to the time of a row. Inside: spans read the clock at its two edges. Outside: the unprobed whole without what the probed path spends outside the row. Marginal cost: the row runs several times, and the slope of the whole needs no timer inside the path. Samples: its share of the samples of the path, with inlining off. The bar is the mean of the routes, weighted by their variances.',
    'The time of a row includes its child rows; “(itself)” is the rest. Own times and UNEXPLAINED add up to TOTAL exactly. No number is clamped: a difference smaller than its error can be negative.',
    ...errorTexts(ledger),
    ...wakingTexts(ledger),
    ...(ledger.concurrent
      ? [
          'Executions of rows overlap in time. A row counts only the time during which it was actually running; its off-CPU time is shown in addition.',
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
      : ` Processors were kept awake for this; when they could fall asleep, it took ${inUnit(waking.asleep, unit)} ${unit.name}.`;
  return [
    `The path waits for other threads. Waking a sleeping thread and being woken by it took ${inUnit(waking.quickest, unit)} ${unit.name} in the fastest fork and ${inUnit(waking.typical, unit)} ${unit.name} in the typical one, measured next to each batch.${asleep} If waking takes 1% longer, the path takes ${waking.elasticity.toFixed(2)}% longer. The ledger is adjusted to the typical time.`,
  ];
}

function errorTexts({ timer, twinGap, allocatedBytes, processor, orderEffects }: Report['ledger']): string[] {
  const unit = timeUnit(1);
  const drift = signedPercent(orderEffects.drift.mean);
  return [
    `${inUnit(timer.interval.mean - timer.hidden.mean, unit)} ns of timer overhead were subtracted from each span. Two copies of the same code differed by ${signedPercent(twinGap.mean)}, the last replicate from the first by ${drift}. The processor was calm in ${signedPercent(processor.calmShare)} of the batches. An operation allocates ${Number.isFinite(allocatedBytes.mean) ? allocatedBytes.mean.toFixed(0) : '?'} bytes.`,
  ];
}
