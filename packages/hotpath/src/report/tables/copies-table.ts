import type { CopiedPayload, CopyCost } from '../../model/report/costs.js';
import { fitted } from '../text/fitted.js';
import { inUnit, timeUnit } from '../text/units.js';
import { boxTable } from './layout/box-table.js';

/** Terminal cells for what a method's exception says. */
const longestRefusal = 17;

const kinds = ['reference', 'shallow', 'freeze', 'deep'] as const;

/** What each method costs for one payload, the cheapest of each kind first. Factors are relative to the cheapest shallow copy. */
export function copiesTable({ title, methods }: CopiedPayload, width: number): string {
  const shallow = methods.filter(({ kind, cost }) => kind === 'shallow' && cost !== null).map(meanOf);
  const least = Math.min(...shallow);
  const unit = timeUnit(Number.isFinite(least) ? least : 1);
  const line = (one: CopyCost): string[] => {
    const { method, cost, refusal } = one;
    if (cost === null) return [method, fitted(refusal ?? '', longestRefusal), '', '', ''];
    const { mean, low, high } = cost.time;
    return [
      method,
      inUnit(mean, unit),
      `±${inUnit((high - low) / 2, unit)}`,
      Number.isFinite(cost.bytes.mean) ? cost.bytes.mean.toFixed(0) : '·',
      one.kind === 'reference' ? '' : `${(mean / least).toFixed(1)}×`,
    ];
  };
  const numbers = [`Mean (${unit.name})`, '95% interval', 'Bytes', '× shallow'];
  const table = boxTable(
    [
      { title: 'Method', align: 'left' },
      ...numbers.map((name) => ({ title: name, align: 'right' as const })),
    ],
    kinds
      .map((kind) => methods.filter((one) => one.kind === kind).sort((a, b) => meanOf(a) - meanOf(b)))
      .map((own) => own.map(line))
      .filter((section) => section.length > 0),
    width,
  );
  return `${title}\n${table}`;
}

function meanOf({ cost }: CopyCost): number {
  return cost?.time.mean ?? Number.MAX_VALUE;
}
