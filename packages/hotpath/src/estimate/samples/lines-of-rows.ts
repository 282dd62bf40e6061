import type { Measurement } from '../../model/measurement/measurement.js';
import type { Row, RowPlace } from '../../model/path/row.js';
import type { LineProfile, LineUse } from '../../model/profiles/line-profile.js';
import { halfWidth } from '../../model/report/estimate.js';
import type { Ledger, LedgerRow } from '../../model/report/ledger.js';

/**
 * The lines of functions that were measured as rows, one function per place in the call tree. A line's time excludes the lines inside
 * it: a loop's time is what the loop itself takes.
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
      return row ? [{ line, hits: row.calls, time: row.mean, half: halfWidth(row) }] : [];
    })
    .sort((a, b) => a.line - b.line);
}
