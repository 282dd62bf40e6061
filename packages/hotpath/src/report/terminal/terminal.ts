import type { Report } from '../../model/report/report.js';
import { percent } from '../../model/text/percent.js';
import { ledgerTable, type TableStyle } from '../tables/ledger-table.js';
import { slowDownText } from '../text/slow-down.js';
import { inUnit, timeUnit } from '../text/units.js';
import { wrap } from '../text/wrap.js';

/** The report as text: heading, table, what to know of the numbers, findings. Ends with a line break. */
export function terminalReport(report: Report, style: TableStyle): string {
  const parts = [
    heading(report),
    ledgerTable(report.ledger, style),
    wrap(footnotes(report), style.width, ''),
    ...report.findings.map(({ severity, message, advice }) =>
      wrap(`${severity}: ${message.replaceAll(`${style.folder}/`, '')}. ${advice}`, style.width, '  '),
    ),
  ];
  return `${parts.join('\n')}\n`;
}

function wakingFact({ waking }: Report['ledger']): string[] {
  if (!waking) return [];
  const unit = timeUnit(waking.typical);
  const takes = `to wake a thread that sleeps and be woken by it takes ${inUnit(waking.typical, unit)} ${unit.name} here`;
  const asleep =
    waking.asleep === null
      ? ''
      : ` while processors are kept awake, as they are for the ledger (else ${inUnit(waking.asleep, unit)} ${unit.name})`;
  return [
    `${takes}${asleep}, and each percent more of it makes the path ${waking.elasticity.toFixed(2)} % longer`,
  ];
}

function heading({ path, ledger }: Report): string {
  const unit = timeUnit(ledger.total.mean);
  return `${path.name}: ${inUnit(ledger.total.mean, unit)} ${unit.name} an operation, ${percent(ledger.explained)} explained`;
}

function footnotes({ ledger, policy }: Report): string {
  const { timer, twinGap, allocatedBytes, processor } = ledger;
  const slowDown = ledger.rows.find((row) => row.routes.sampled)?.routes.sampled?.slowDown;
  const nanoseconds = timeUnit(1);
  return [
    `${processor.replicatesUsed} replicates in ${policy.forksMeasured} processes, batches of ${policy.batchOperations.join('/')}, seed ${policy.seed}`,
    `${inUnit(timer.interval.mean - timer.hidden.mean, nanoseconds)} ns of timer taken off each span`,
    `${inUnit(allocatedBytes.mean, { ...nanoseconds, digits: 0 })} bytes allocated an operation`,
    `the same code twice differs by ${percent(twinGap.mean)}`,
    ...wakingFact(ledger),
    `the processor was calm in ${percent(processor.calmShare)} of the batches`,
    ...(slowDown === undefined
      ? []
      : [`sampled ${slowDownText(ledger.waking === null ? slowDown : null, 'path')}`]),
  ].join('; ');
}
