import type { Finding } from '../../src/model/report/finding.js';
import type { Ledger, LedgerRow } from '../../src/model/report/ledger.js';
import type { Report } from '../../src/model/report/report.js';
import { reportOn } from '../../src/sessions/report-on.js';
import { measureExample } from './example-path.js';

type Given = Parameters<typeof measureExample>;

/** The report on the sample path, or on a variation of it. */
export async function exampleReport(...given: Given): Promise<Report> {
  return reportOn(await measureExample(...given));
}

export async function exampleLedger(...given: Given): Promise<Ledger> {
  return (await exampleReport(...given)).ledger;
}

/** The ids of the findings on the sample path, or on a variation of it. */
export async function findingIds(...given: Given): Promise<string[]> {
  return (await exampleReport(...given)).findings.map(({ id }) => id);
}

/** Throws where there is no such row. */
export function rowOf({ rows }: Pick<Ledger, 'rows'>, id: string): LedgerRow {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`no row ${id}; there are ${rows.map((each) => each.id).join(', ')}`);
  return row;
}

export function findingOf({ findings }: Pick<Report, 'findings'>, id: string): Finding | undefined {
  return findings.find((finding) => finding.id === id);
}
