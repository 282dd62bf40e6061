import type { Floor, Ledger, LedgerRow } from '../../../../hotpath/src/model/report/ledger.js';
import type { Report } from '../../../../hotpath/src/model/report/report.js';
import { plainText } from '../../theme/plain-text.js';
import { signedPercent, type TimeUnit, timeUnit } from '../../theme/time-unit.js';
import { timeOf } from '../estimate-text.js';
import { isWaitShown } from '../ledger/waiting.js';

/** Most rows that are named, and the least share of the total for the second and third row. */
const mostNamed = 3;
const leastNamedShare = 0.05;

/** Longer names are cut in sentences; the ledger shows them in full. */
const mostLetters = 60;

/** The report in sentences: time per operation, largest rows, explained share, waiting, floor. */
export function summaryOf({ path, ledger }: Report): string[] {
  const unit = timeUnit(ledger.total.mean);
  return [
    `${cut(path.name)} takes ${timeOf(ledger.total, unit)} per operation.`,
    ...largestText(ledger),
    explainedText(ledger, unit),
    ...waitingText(ledger, unit),
    ...(ledger.floor ? [floorText(ledger.floor, unit)] : []),
  ];
}

function largestText({ rows }: Ledger): string[] {
  const isParent = new Set(rows.map(({ parent }) => parent));
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  const named = [...rows]
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, mostNamed)
    .filter(({ share }, index) => index === 0 || share >= leastNamedShare)
    .map(({ share, ...row }, index) => {
      const goes = index === 0 ? `${signedPercent(share)} of it goes to` : `${signedPercent(share)} to`;
      return `${goes} ${rowText(row, isParent.has(row.id), nameOf)}`;
    });
  const last = named.pop();
  if (last === undefined) return [];
  return [`${named.length > 0 ? `${named.join(', ')} and ${last}` : last}.`];
}

function rowText(
  row: Pick<LedgerRow, 'name' | 'parent'>,
  isParent: boolean,
  nameOf: ReadonlyMap<string, string>,
): string {
  if (isParent) return `${cut(row.name)} itself`;
  const parent = row.parent === null ? undefined : nameOf.get(row.parent);
  return parent === undefined ? cut(row.name) : `${cut(row.name)} in ${cut(parent)}`;
}

function explainedText({ explained, unexplained }: Ledger, unit: TimeUnit): string {
  const { mean, low, high } = unexplained;
  const isMaybeNothing = low <= 0 && high >= 0;
  const what =
    mean < 0
      ? `the rows add up to more than the whole, which leaves ${timeOf(unexplained, unit)}`
      : `${timeOf(unexplained, unit)} is not`;
  return `${signedPercent(explained)} is explained; ${what}${isMaybeNothing ? ' (the interval includes zero)' : ''}.`;
}

function waitingText({ total, waiting }: Ledger, unit: TimeUnit): string[] {
  if (!isWaitShown({ total, waiting })) return [];
  return [`${signedPercent(waiting.mean / total.mean)} of it is off-CPU: ${timeOf(waiting, unit)}.`];
}

function floorText({ name, time, ratio }: Floor, unit: TimeUnit): string {
  const between =
    Number.isFinite(ratio.high) && Number.isFinite(ratio.low)
      ? ` (${ratio.low.toFixed(1)} to ${ratio.high.toFixed(1)}×)`
      : '';
  return `The floor, ${cut(name)}, is ${timeOf(time, unit)}: the path takes ${ratio.mean.toFixed(1)}× as long${between}.`;
}

function cut(name: string): string {
  const text = plainText(name);
  const letters = [...text];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters - 1).join('')}…` : text;
}
