import { type Projection, percent, type Report } from 'hotpath/cli';
import { type Evidence, reportOf } from './evidence.js';
import { largestRows, leaves, time, timeWithError } from './words.js';

/** The answers in short: a paragraph each for the call, the call that waits, the floor and the decision. */
export function summarySentences(evidence: Evidence): string[] {
  return [whole(evidence), waiting(evidence), floor(evidence), decision(evidence)].filter(
    (sentence) => sentence !== '',
  );
}

function whole(evidence: Evidence): string {
  const report = reportOf(evidence, evidence.subject);
  const { total, explained } = report.ledger;
  const rows = largestRows(leaves(report).slice(0, 3));
  return `A call of \`${evidence.subject}\` takes ${timeWithError(total)}. Its rows explain ${percent(explained)} of that time.${rows}`;
}

/** Time in which the thread waits is no work of the row that is blamed for it. */
function waiting(evidence: Evidence): string {
  const report = reportOf(evidence, evidence.waitingSubject);
  const { total } = report.ledger;
  const [first] = leaves(report);
  const envelope = report.ledger.rows.find(({ name }) => name === 'buildEnvelope');
  if (!first || !envelope) return '';
  const offCpu = report.ledger.waiting.mean / total.mean;
  return [
    `A call of \`${evidence.waitingSubject}\` takes ${time(total.mean)}. It waits for the answer of the worker thread, as the reference implementation does.`,
    `Its largest row is ${first.name}, with ${percent(first.share)} of the call.`,
    `Building the envelope takes ${percent(envelope.inclusive.mean / total.mean)}.`,
    ...(Number.isFinite(offCpu) ? [`The thread is off-CPU for ${percent(offCpu)} of the call.`] : []),
    ...waking(report),
    ...sharing(report),
  ].join('\n  - ');
}

/** What the wait is made of: a wake-up takes as long whatever the woken thread does. */
function waking({ ledger }: Report): string[] {
  if (!ledger.waking) return [];
  const { typical, elasticity, asleep } = ledger.waking;
  const kept =
    asleep === null
      ? ''
      : ` Processors were kept awake for these figures; where they may sleep, it takes ${time(asleep)}.`;
  return [
    `A wake-up round trip (a thread wakes a sleeping one, which wakes it in turn) takes ${time(typical)} on this machine, the median over forks.${kept}`,
    `The call takes ${(ledger.total.mean / typical).toFixed(2)} times as long as that round trip. For each percent that the round trip takes longer, the call takes ${elasticity.toFixed(2)}% longer.`,
  ];
}

function sharing({ ledger }: Report): string[] {
  if (!ledger.sharing) return [];
  const { own, shared, sharedShare } = ledger.sharing;
  return [
    `These times are of threads that have a core each. In ${percent(sharedShare)} of the batches, the call's thread shared a core with the thread that it waits for: there a call took ${time(shared)} instead of ${time(own)} (medians).`,
  ];
}

function floor(evidence: Evidence): string {
  const { floor: least } = reportOf(evidence, evidence.subject).ledger;
  if (!least) return '';
  return `The cheapest capture of level, message, metadata, time and bound context takes ${timeWithError(least.time)} (${least.name}). The call takes ${least.ratio.mean.toFixed(1)} times as long.`;
}

/** A change that gains a smaller share of the call is not worth its complexity. */
const worthIt = 0.2;

/** The projection of the call without the envelope, which decides whether to build it lazily. */
export function lazyEnvelope({ projections }: Evidence): Projection | undefined {
  return projections.projections.find(
    ({ name, scenario }) => name === 'buildEnvelope' && scenario === 'removed',
  );
}

function decision(evidence: Evidence): string {
  const title = 'Lazy envelope building (Story 1.31)';
  const lazy = lazyEnvelope(evidence);
  if (!lazy) return `${title}: **undecided**. There is no projection of the call without the envelope.`;
  const share = lazy.gain.mean / evidence.projections.total.mean;
  const isSure = lazy.confidence !== 'low';
  const verdict = isSure && share >= worthIt ? 'go' : isSure ? 'no-go' : 'undecided';
  return `${title}: **${verdict}**. Without the envelope, the call saves ${timeWithError(lazy.gain)}, which is ${percent(share)} of its time. Confidence: ${lazy.confidence} (${lazy.reason}).`;
}
