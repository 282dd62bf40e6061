import type { Floor, Ledger, LedgerRow } from '../../../../hotpath/src/model/report/ledger.js';
import type { Report } from '../../../../hotpath/src/model/report/report.js';
import { plainText } from '../../theme/plain-text.js';
import { signedPercent, type TimeUnit, timeUnit } from '../../theme/time-unit.js';
import { timeOf } from '../estimate-text.js';
import { isWaitShown } from '../ledger/waiting.js';

/** Rows that are named at most, and the shares of the total from which on the second and third are. */
const mostNamed = 3;
const worthNaming = 0.05;

/** Names longer than this are cut in a sentence; the ledger has them whole. */
const mostLetters = 60;

/** What the report says, in sentences: how long, where, how much of it is explained, what it waits, what the floor is. */
export function summaryOf({ path, ledger }: Report): string[] {
  const unit = timeUnit(ledger.total.mean);
  return [
    `${cut(path.name)} takes ${timeOf(ledger.total, unit)} an operation.`,
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
    .filter(({ share }, index) => index === 0 || share >= worthNaming)
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
      ? `its rows add up to more than the whole, which leaves ${timeOf(unexplained, unit)}`
      : `${timeOf(unexplained, unit)} are not`;
  return `${signedPercent(explained)} is explained; ${what}${isMaybeNothing ? ', and may be nothing' : ''}.`;
}

function waitingText({ total, waiting }: Ledger, unit: TimeUnit): string[] {
  if (!isWaitShown({ total, waiting })) return [];
  return [`${signedPercent(waiting.mean / total.mean)} of it is waiting: ${timeOf(waiting, unit)}.`];
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
