import { percent } from 'hotpath/cli';
import { copiesSection, errorsSection } from './cost-study-sections.js';
import { type Evidence, reportOf } from './evidence.js';
import { folded } from './folded.js';
import { scoredSection } from './scored-section.js';
import {
  environmentSection,
  floorSection,
  ledgerSection,
  projectionSection,
  reproductionSection,
} from './sections.js';
import { lazyEnvelope, summarySentences } from './summary.js';
import { time, timeWithError } from './words.js';

/** The findings document. Every sentence with a number in it is made from the evidence. */
export function findingsDocument(evidence: Evidence): string {
  return `${[
    "# Where a log call's time goes",
    `Written by \`${evidence.command}\` from its own measurements; change the program, not this file. How numbers are made, and what is known to be wrong with them: [method](../method/README.md).`,
    '## In short',
    summarySentences(evidence)
      .map((sentence) => `- ${sentence}`)
      .join('\n'),
    '## Where it was measured',
    environmentSection(evidence),
    '## Ledgers',
    'A row is a marked region of the source or a named function; rows and remainder add up to the whole. Intervals are of 95 %, over processes.',
    ledgerSection(reportOf(evidence, evidence.subject), evidence.figures.get(evidence.subject)),
    ...otherLedgers(evidence),
    '## The floor',
    `What the call could be replaced by if nothing but the capture were wanted, measured beside it in the same processes.\n\n${floorSection(evidence)}`,
    '## Copies',
    copiesSection(evidence.copies),
    '## Errors',
    errorsSection(evidence.errors),
    '## What a change would gain',
    `Each row was left out of executions of the call itself, with the values of an earlier one in its stead; other code was tried in a row's place. "Slope" is what the call saves for each nanosecond that the row takes.\n\n${projectionSection(evidence)}`,
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

/** The largest experiments that a lazy envelope could carry out, dearest first. */
function recommendations(evidence: Evidence): string {
  const { projections, total } = evidence.projections;
  const parts = projections
    .filter(({ scenario, gain }) => scenario === 'removed' && gain.low > 0)
    .toSorted((a, b) => b.gain.mean - a.gain.mean)
    .slice(0, 5);
  if (parts.length === 0) return 'No experiment gained anything beyond chance.';
  const lines = parts.map(
    ({ row, gain, projected, confidence }, index) =>
      `${index + 1}. Take **${row}** out of the call: saves ${timeWithError(gain)} (${percent(gain.mean / total.mean)}), leaving ${timeWithError(projected)}. Confidence: ${confidence}.`,
  );
  const whole = lazyEnvelope(evidence);
  const note = whole
    ? '\n\nThe gains of rows inside another row are part of its gain: they do not add up.'
    : '';
  return `${lines.join('\n')}${note}`;
}

/** What the rules of every report say of it, once each. */
function doubts(evidence: Evidence): string {
  const lines = evidence.reports.flatMap(({ path, findings }) =>
    findings
      .filter(({ severity }) => severity === 'warning')
      .map(({ message, advice }) => `- ${path.name}: ${message}. ${advice}`),
  );
  const { unexplained, twinGap } = reportOf(evidence, evidence.subject).ledger;
  const rest = `- ${evidence.subject}: ${percent(unexplained.share)} of the call is in no row (${timeWithError(unexplained)}); the same code measured twice differs by ${percent(twinGap.mean)}.`;
  const beyond = unexplainedGains(evidence);
  const other = '- All times are of one machine; ratios hold further than nanoseconds.';
  return [rest, ...beyond, ...lines, other].join('\n');
}

/** What rows save beyond themselves and their garbage was measured; why was not. */
function unexplainedGains({ subject, projections }: Evidence): string[] {
  const more = projections.projections.flatMap(({ row, scenario, gain, taken, collection }) => {
    if (scenario !== 'removed' || taken === null) return [];
    const beyond = gain.mean - taken.mean - collection.mean;
    const error = Math.hypot(gain.high - gain.low, taken.high - taken.low) / 2;
    return beyond > error ? [`${row} (${time(beyond)})`] : [];
  });
  if (more.length === 0) return [];
  return [
    `- ${subject}: without some rows the call saves more than the row and its garbage take: ${more.join(', ')}. The experiment says so: the rest of the call is quicker then. What that is not, for the timestamp, is in [ADR 13](../adr/0013-measure-gains-against-two-references.md); what it is, nothing here measures.`,
  ];
}
