import { percent } from 'hotpath/cli';
import { copiesSection, errorsSection } from './cost-study-sections.js';
import { type Evidence, reportOf } from './evidence.js';
import { folded } from './folded.js';
import { scoredSection } from './scored-section.js';
import {
  doctorSection,
  environmentSection,
  floorSection,
  ledgerSection,
  projectionSection,
  reproductionSection,
} from './sections.js';
import { lazyEnvelope, summarySentences } from './summary.js';
import { counted, listed, time, timeWithError } from './words.js';

/** The findings document. Every sentence with a number in it is made from the evidence. */
export function findingsDocument(evidence: Evidence): string {
  return `${[
    "# Where a log call's time goes",
    `\`${evidence.command}\` wrote this document from its own measurements. To change its words, change the program, not this file. The [method](../method/README.md) says how the numbers are made and how far they can be wrong.`,
    '## In short',
    summarySentences(evidence)
      .map((sentence) => `- ${sentence}`)
      .join('\n'),
    '## Where it was measured',
    environmentSection(evidence),
    ...doctorSection(evidence),
    '## Ledgers',
    'A row is a marked region of the source or a named function. The rows and UNEXPLAINED add up to the total. Intervals are 95% confidence intervals over replicates.',
    ledgerSection(reportOf(evidence, evidence.subject), evidence.figures.get(evidence.subject)),
    ...otherLedgers(evidence),
    '## The floor',
    `A floor is a call that captures the data and does nothing else. Floors were measured in the same forks as the call.\n\n${floorSection(evidence)}`,
    '## Copies',
    copiesSection(evidence.copies),
    '## Errors',
    errorsSection(evidence.errors),
    '## What a change would gain',
    `${aboutProjections}\n\n${projectionSection(evidence)}`,
    '## Recommendations for lazy envelope building',
    recommendations(evidence),
    '## Recommendations carried out',
    scoredSection(evidence.scored),
    '## The second run',
    reproductionSection(evidence.reproduction),
    '## What is not known',
    doubts(evidence),
  ].join('\n\n')}\n`;
}

const aboutProjections = [
  'A projection measures a change in the call itself, before the change is written.',
  '',
  '- **Without** a row: some calls skip the row and use the values of an earlier call.',
  "- **Replaced by** other code: that code runs in the row's place.",
  '- **Slope**: what the call saves for each nanosecond that the row takes.',
].join('\n');

/** The ledgers of the other subjects, each folded. */
function otherLedgers({ reports, subject, figures }: Evidence): string[] {
  return reports
    .filter(({ path }) => path.name !== subject)
    .map((report) => {
      const { total, explained } = report.ledger;
      const title = `${report.path.name}: ${timeWithError(total)}, ${percent(explained)} explained`;
      return folded(title, ledgerSection(report, figures.get(report.path.name)));
    });
}

/** The rows that a lazy envelope could move out of the call, the largest gain first. */
function recommendations(evidence: Evidence): string {
  const { projections, total } = evidence.projections;
  const parts = projections
    .filter(({ scenario, gain }) => scenario === 'removed' && gain.low > 0)
    .toSorted((a, b) => b.gain.mean - a.gain.mean)
    .slice(0, 5);
  if (parts.length === 0) return 'No projection gains more than chance.';
  const lines = parts.map(
    ({ row, gain, projected, confidence }, index) =>
      `${index + 1}. Move **${row}** out of the call. This saves ${timeWithError(gain)} (${percent(gain.mean / total.mean)}) and leaves ${timeWithError(projected)}. Confidence: ${confidence}.`,
  );
  const note = lazyEnvelope(evidence)
    ? '\n\nThe gain of a row includes the gains of the rows inside it, so these gains do not add up.'
    : '';
  return `${lines.join('\n')}${note}`;
}

/** The warnings of all reports, and what the evidence leaves open. */
function doubts(evidence: Evidence): string {
  const warnings = evidence.reports.flatMap(({ path, findings }) =>
    findings
      .filter(({ severity }) => severity === 'warning')
      .map(({ message, advice }) => `- ${path.name}: ${message}. ${advice}`),
  );
  const { unexplained, twinGap } = reportOf(evidence, evidence.subject).ledger;
  return [
    `- ${evidence.subject}: UNEXPLAINED is ${percent(unexplained.share)} of the call (${timeWithError(unexplained)}). Two copies of the same code differ by ${percent(twinGap.mean)}.`,
    ...gainsBeyondRows(evidence),
    ...warnings,
    '- All times are from one machine. Ratios carry over to other machines better than nanoseconds do.',
  ].join('\n');
}

/** Projections that save more than the row and its garbage; why they do is not measured. */
function gainsBeyondRows({ subject, projections }: Evidence): string[] {
  const more = projections.projections.flatMap(({ row, scenario, gain, taken, collection }) => {
    if (scenario !== 'removed' || taken === null) return [];
    const beyond = gain.mean - taken.mean - collection.mean;
    const error = Math.hypot(gain.high - gain.low, taken.high - taken.low) / 2;
    return beyond > error ? [`${row} (by ${time(beyond)})`] : [];
  });
  if (more.length === 0) return [];
  return [
    `- ${subject}: ${counted(more.length, 'projected gain exceeds', 'projected gains exceed')} what the row and its garbage take: ${listed(more)}. The rest of the call is faster then; these measurements do not show why. [ADR 13](../adr/0013-measure-gains-against-two-references.md) has experiments on the cause for the timestamp.`,
  ];
}
