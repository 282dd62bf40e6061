import type { Measurement } from '../../model/measurement/measurement.js';
import type { Row, RowPlace } from '../../model/path/row.js';
import type { LineProfile, LineUse } from '../../model/profiles/line-profile.js';
import type { Estimate, Ledger, LedgerRow } from '../../model/report/ledger.js';

/**
 * The lines of a function that were measured as rows, one function a place in the call tree. A line's time is without that
 * of lines inside it: that of a loop is what the loop itself takes.
 */
export function linesOfRows({ plan }: Measurement, ledger: Ledger): LineProfile {
  const measured = new Map(ledger.rows.map((row) => [row.id, row]));
  const wholes = plan.rows.filter((row) => plan.places[row.place]?.kind === 'function');
  const functions = wholes.flatMap((whole) => {
    const place = plan.places[whole.place] as RowPlace;
    const time = measured.get(whole.id);
    if (!time) return [];
    const { name, file, line, endLine } = place;
    return [
      { name, file, line, endLine, time: time.inclusive.mean, lines: linesBelow(whole, plan, measured) },
    ];
  });
  return { total: ledger.total.mean, samples: 0, functions, blurred: 0 };
}

function linesBelow(
  whole: Row,
  { rows, places }: Measurement['plan'],
  measured: ReadonlyMap<string, LedgerRow>,
): LineUse[] {
  return rows
    .filter(({ id, place }) => id.startsWith(`${whole.id}/`) && places[place]?.kind === 'line')
    .flatMap(({ id, place }) => {
      const row = measured.get(id);
      const { line } = places[place] as RowPlace;
      return row ? [{ line, hits: row.calls, time: row.mean, half: half(row) }] : [];
    })
    .sort((a, b) => a.line - b.line);
}

function half({ low, high }: Estimate): number {
  return (high - low) / 2;
}
