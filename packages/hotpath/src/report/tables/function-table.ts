import type { ProfiledFunction, ProfileUnit } from '../../model/profiles/profile.js';
import type { FunctionWeight } from '../../profiles/tree/function-table.js';
import { countText, percent } from '../text/units.js';
import { weightText } from '../text/weight-text.js';
import { boxTable } from './box-table.js';

/** A line of the table. */
export interface CalledFunction extends FunctionWeight {
  /** Null where nobody counted. */
  readonly calls: number | null;
}

export const functionOrders = {
  tottime: (a: CalledFunction, b: CalledFunction) => b.own - a.own,
  cumtime: (a: CalledFunction, b: CalledFunction) => b.whole - a.whole,
  ncalls: (a: CalledFunction, b: CalledFunction) => (b.calls ?? -1) - (a.calls ?? -1),
  name: (a: CalledFunction, b: CalledFunction) => (a.called.name < b.called.name ? -1 : 1),
} as const;

export type FunctionOrder = keyof typeof functionOrders;

const unknown = '·';

/** Narrower tables lack the columns that the others tell. */
const wideEnough = 100;

interface Column {
  readonly title: string;
  readonly wide?: boolean;
  readonly text: (one: CalledFunction) => string;
}

/** The table of Python's cProfile, with its columns' names: a function's calls, its own time, and that with what it called. */
export function functionTableText(
  functions: readonly CalledFunction[],
  unit: ProfileUnit,
  total: number,
  place: (called: ProfiledFunction) => string,
  width: number,
): string {
  const columns = columnsOf(unit, total).filter(({ wide }) => !wide || width >= wideEnough);
  const rows = functions.map((one) => [place(one.called), ...columns.map(({ text }) => text(one))]);
  const titles = columns.map(({ title }) => ({ title, align: 'right' as const }));
  return boxTable([{ title: 'file:line(function)', align: 'left', cut: 'front' }, ...titles], [rows], width);
}

function columnsOf(unit: ProfileUnit, total: number): readonly Column[] {
  const perCall = (weight: number, calls: number | null): string =>
    calls === null || calls === 0 ? unknown : weightText(weight / calls, unit);
  return [
    { title: 'ncalls', text: ({ calls }) => (calls === null ? unknown : countText(calls)) },
    { title: 'tottime', text: ({ own }) => weightText(own, unit) },
    { title: '%', wide: true, text: ({ own }) => percent(total > 0 ? own / total : 0) },
    { title: 'percall', text: ({ own, calls }) => perCall(own, calls) },
    { title: 'cumtime', text: ({ whole }) => weightText(whole, unit) },
    { title: 'percall', wide: true, text: ({ whole, calls }) => perCall(whole, calls) },
  ];
}
