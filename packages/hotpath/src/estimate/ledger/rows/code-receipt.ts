import type { CompiledFunction, Tier } from '../../../model/measurement/compilation.js';
import type { Measurement } from '../../../model/measurement/measurement.js';
import type { RowPlace } from '../../../model/path/row.js';
import type { CodeReceipt } from '../../../model/report/ledger.js';

/** What V8's logs say of the function around a place, over all forks and variants; null where they do not mention it. */
export function codeReceipt({ forks }: Measurement, place: RowPlace): CodeReceipt | null {
  const found = forks.flatMap(({ compilation }) =>
    (compilation?.functions ?? []).filter(
      ({ file, line }) => file === place.file && line === place.functionLine,
    ),
  );
  const [first] = found;
  if (!first) return null;
  return {
    function: first.name,
    before: added(found.map(({ before }) => before)),
    after: added(found.map(({ after }) => after)),
    changed: found.reduce((sum, { changed }) => sum + changed, 0),
    inlinedInto: [...new Set(found.flatMap(({ inlinedInto }) => inlinedInto))].sort(),
  };
}

function added(counts: readonly CompiledFunction['before'][]): Partial<Record<Tier, number>> {
  const sums: Partial<Record<Tier, number>> = {};
  for (const count of counts)
    for (const [tier, copies] of Object.entries(count))
      sums[tier as Tier] = (sums[tier as Tier] ?? 0) + copies;
  return sums;
}
