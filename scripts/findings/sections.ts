import { doctorText, type Estimate, inUnit, ledgerTable, percent, type Report, timeUnit } from 'hotpath/cli';
import { changeText, type Reproduced, wakingNotes } from '../reproduction/reproduction.js';
import { type Evidence, reportOf } from './evidence.js';
import { folded } from './folded.js';
import { markdownTable } from './markdown-table.js';
import { counted, time, timeWithError } from './words.js';

export function environmentSection(evidence: Evidence): string {
  const { environment, policy } = reportOf(evidence, evidence.subject);
  return markdownTable(
    ['', ''],
    [
      ['Node, V8', `${environment.node}, ${environment.v8}`],
      ['Processor', `${environment.cores} × ${environment.cpu}`],
      ['System', `${environment.platform}, ${environment.memoryGiB} GiB, governor ${environment.governor}`],
      ['Load at the start', environment.load.toFixed(2)],
      ['Measured', environment.startedAt],
      ['Calm batches', `${calmText(evidence.reports)}, by subject`],
      ['Effort', `${policy.effort}, policy ${policy.version}`],
      ['Replicates', evidence.reports.map(replicatesText).join(', ')],
      ['Command', `\`${evidence.command}\``],
    ],
  );
}

/** What the machine can resolve, by `hotpath doctor`. */
export function doctorSection({ doctor }: Evidence): string[] {
  if (doctor === null) return [];
  return [
    'Before it measured, `npx hotpath doctor` examined the machine:',
    `\`\`\`\n${doctorText(doctor, width).trimEnd()}\n\`\`\``,
  ];
}

/** From the least calm subject to the calmest. */
function calmText(reports: readonly Report[]): string {
  const shares = reports.map(({ ledger }) => ledger.processor.calmShare);
  const least = percent(Math.min(...shares));
  const most = percent(Math.max(...shares));
  return least === most ? least : `${least} to ${most}`;
}

/** How many of the planned replicates the time limit allowed. */
function replicatesText({ path, policy }: Report): string {
  const { replicatesMeasured, replicates } = policy;
  const planned = replicatesMeasured === replicates ? '' : ` of ${replicates}`;
  return `${path.name} ${replicatesMeasured}${planned}`;
}

/** As wide as a page of text, terminal cells. */
const width = 100;

export function ledgerSection(report: Report, figure: string | undefined): string {
  const { total, explained } = report.ledger;
  const picture = figure === undefined ? '' : `\n![Flame graph of ${report.path.name}](${figure})\n`;
  return [
    `### ${report.path.name}: ${timeWithError(total)}, ${percent(explained)} explained\n`,
    `\`\`\`\n${ledgerTable(report.ledger, { width, folder: '' })}\n\`\`\``,
    picture,
  ].join('\n');
}

export function floorSection(evidence: Evidence): string {
  const { floors } = reportOf(evidence, evidence.subject);
  if (floors.length === 0) return 'The subject declares no floor.';
  const lines = floors
    .toSorted((a, b) => a.time.mean - b.time.mean)
    .map(({ row, name, time: cost, bytes, ratio }) => [
      row ?? 'the call',
      name,
      timeWithError(cost),
      Number.isFinite(bytes.mean) ? bytes.mean.toFixed(0) : 'unknown',
      `${ratio.mean.toFixed(1)}×`,
    ]);
  return markdownTable(['Floor of', 'Captured as', 'Time', 'Bytes', '× floor'], lines);
}

export function projectionSection({ projections }: Evidence): string {
  const { total } = projections;
  const lines = projections.projections
    .filter(({ scenario }) => scenario === 'removed' || scenario.startsWith('replaced by'))
    .toSorted((a, b) => b.gain.mean - a.gain.mean)
    .map(({ row, scenario, taken, gain, collection, slope, confidence, reason }) => [
      scenario === 'removed' ? `without ${row}` : `${row} ${scenario}`,
      taken ? time(taken.mean) : '',
      timeWithError(gain),
      time(collection.mean),
      share(gain, total),
      slope ? slope.mean.toFixed(2) : '',
      confidence,
      reason,
    ]);
  const refused = projections.refused.map(({ row, why }) => `- ${row}: ${why}`);
  return [
    markdownTable(
      [
        'Change',
        'Row takes',
        'Call saves',
        'Garbage in that',
        'Share of the call',
        'Slope',
        'Confidence',
        'Why',
      ],
      lines,
    ),
    ...(refused.length > 0
      ? [
          `\n${folded('Rows that cannot be left out, because they change more than values', refused.join('\n'))}`,
        ]
      : []),
  ].join('\n');
}

export function reproductionSection(rows: readonly Reproduced[]): string {
  const held = rows.filter(({ reproduced }) => reproduced).length;
  const sentences = [
    'The forks of the two runs alternated, so that other load on the machine slowed both alike.',
    `Of ${counted(rows.length, 'row that takes 5% or more of its path', 'rows that take 5% or more of their path')}, ${held} ${held === 1 ? 'is' : 'are'} within ±10% of the first run.`,
    ...(held < rows.length ? ['The others are in small print.'] : []),
    ...wakingNotes(rows),
  ];
  const table = markdownTable(['Path', 'Row', 'First', 'Second', 'Change'], rows.map(reproducedCells));
  return `${sentences.join(' ')}\n\n${folded('Row by row', table)}`;
}

function reproducedCells(compared: Reproduced): string[] {
  const { path, row, first, second, reproduced } = compared;
  const unit = timeUnit(Number.isFinite(second) ? Math.max(first, second) : first);
  const cells = [
    path,
    row,
    `${inUnit(first, unit)} ${unit.name}`,
    Number.isFinite(second) ? `${inUnit(second, unit)} ${unit.name}` : '?',
    changeText(compared),
  ];
  return reproduced ? cells : cells.map((cell) => `<sub>${cell}</sub>`);
}

function share(part: Estimate, whole: Estimate): string {
  return percent(part.mean / whole.mean);
}
