import type { Report } from '../../model/report/report.js';
import { percent } from '../../model/text/percent.js';
import { ledgerTable, type TableStyle } from '../tables/ledger-table.js';
import { inUnit, timeUnit } from '../text/units.js';
import { findingsText } from './findings-text.js';
import { smallPrint } from './small-print.js';

/** The report as text: heading, table, small print, findings. Ends with a line break. */
export function terminalReport(report: Report, style: TableStyle): string {
  const parts = [heading(report), ledgerTable(report.ledger, style), smallPrint(report, style.width)];
  return `${parts.join('\n')}\n${findingsText(report.findings, style)}`;
}

function heading({ path, ledger }: Report): string {
  const unit = timeUnit(ledger.total.mean);
  return `${path.name}: ${inUnit(ledger.total.mean, unit)} ${unit.name} an operation, ${percent(ledger.explained)} explained`;
}
