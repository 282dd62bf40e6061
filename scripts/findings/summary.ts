import { type Projection, percent, type Report } from 'hotpath/cli';
import { type Evidence, reportOf } from './evidence.js';
import { leaves, namesWithShares, time, timeWithError } from './words.js';

/** The answer to the story's question, in sentences that the figures made. */
export function summarySentences(evidence: Evidence): string[] {
  return [whole(evidence), waiting(evidence), floor(evidence), decision(evidence)].filter(
    (sentence) => sentence !== '',
  );
}

function whole(evidence: Evidence): string {
  const report = reportOf(evidence, evidence.subject);
  const { total, explained } = report.ledger;
  const largest = leaves(report).slice(0, 3);
  const share = largest.reduce((sum, row) => sum + row.share, 0);
  return `A call of \`${evidence.subject}\` takes ${timeWithError(total)}; its rows explain ${percent(explained)} of that. ${percent(share)} of it are ${namesWithShares(largest)}.`;
}

/** The story's mystery: time in which the thread waits is no work of the component that is blamed for it. */
function waiting(evidence: Evidence): string {
  const report = reportOf(evidence, evidence.waitingSubject);
  const { total } = report.ledger;
  const [first] = leaves(report);
  const envelope = report.ledger.rows.find(({ name }) => name === 'buildEnvelope');
  if (!first || !envelope) return '';
  const blamed = percent(envelope.inclusive.mean / total.mean);
  const off = report.ledger.waiting.mean / total.mean;
  const waits = Number.isFinite(off)
    ? ` For ${percent(off)} of the call the thread is off the processor.`
    : '';
  return `Where the call waits for the worker thread's answer, as the reference implementation does, it takes ${time(total.mean)}, and ${percent(first.share)} of that is ${first.name}; building the envelope, which the story blames, is ${blamed}.${waits}${waking(report)}${sharing(report)}`;
}

/** What the wait is made of: a machine's waking takes as long whatever the thread does. */
function waking({ ledger }: Report): string {
  if (!ledger.waking) return '';
  const { typical, elasticity, asleep } = ledger.waking;
  const awake =
    asleep === null
      ? ''
      : `, while its processors are kept awake, as they were for these figures; where they may fall asleep it is ${time(asleep)}`;
  return ` To wake a thread of this machine that sleeps, and be woken by it at once, takes ${time(typical)} in the middle one of its processes${awake}. The call is ${(ledger.total.mean / typical).toFixed(2)} times ${asleep === null ? 'that' : 'the former'}, and ${elasticity.toFixed(2)} % longer for each percent more of it.`;
}

function sharing({ ledger }: Report): string {
  if (!ledger.sharing) return '';
  const { own, shared, sharedShare } = ledger.sharing;
  return ` That is with a processor for each thread; in the ${percent(sharedShare)} of the batches in which the call's thread had to wait for its own, it took ${time(shared)} (median) instead of ${time(own)}.`;
}

function floor(evidence: Evidence): string {
  const { floor: least } = reportOf(evidence, evidence.subject).ledger;
  if (!least) return '';
  return `The least that captures level, message, metadata, time and bound context takes ${timeWithError(least.time)} (${least.name}): the call is ${least.ratio.mean.toFixed(1)} times its floor.`;
}

/** A change that gains less is not worth its complexity. */
const worthIt = 0.2;

/** Whether to build the envelope lazily: by the experiment in which it was left out of the call. */
export function lazyEnvelope({ projections }: Evidence): Projection | undefined {
  return projections.projections.find(
    ({ name, scenario }) => name === 'buildEnvelope' && scenario === 'removed',
  );
}

function decision(evidence: Evidence): string {
  const lazy = lazyEnvelope(evidence);
  if (!lazy) return 'Lazy envelope building: no go or no-go, for no experiment left the envelope out.';
  const share = lazy.gain.mean / evidence.projections.total.mean;
  const isSure = lazy.confidence !== 'low';
  const verdict = isSure && share >= worthIt ? 'go' : isSure ? 'no-go' : 'undecided';
  return `Lazy envelope building (Story 1.31): **${verdict}**. Left out of the call, the envelope saves ${timeWithError(lazy.gain)}, ${percent(share)} of the call, with ${lazy.confidence} confidence: ${lazy.reason}.`;
}
