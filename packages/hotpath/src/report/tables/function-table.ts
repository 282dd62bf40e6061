import type { ProfiledFunction, ProfileUnit } from '../../model/profiles/profile.js';
import { percent } from '../../model/text/percent.js';
import type { FunctionWeight } from '../../profiles/tree/function-table.js';
import { countText } from '../text/units.js';
import { weightText } from '../text/weight-text.js';
import { boxTable } from './layout/box-table.js';

/** A line of the table. */
export interface CalledFunction extends FunctionWeight {
  /** Null when calls were not counted. */
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

interface NumberColumn {
  readonly title: string;
  readonly optional?: boolean;
  readonly text: (one: CalledFunction) => string;
}

/** A table in the form of Python's cProfile: a function's calls, its own time, and its time with its callees. */
export function functionTableText(
  functions: readonly CalledFunction[],
  unit: ProfileUnit,
  total: number,
  place: (called: ProfiledFunction) => string,
  width: number,
): string {
  const columns = columnsOf(unit, total);
  const rows = functions.map((one) => [place(one.called), ...columns.map(({ text }) => text(one))]);
  const titles = columns.map(({ title, optional = false }) => ({ title, align: 'right' as const, optional }));
  const names = { title: 'file:line(function)', align: 'left', holds: 'places' } as const;
  return boxTable([names, ...titles], [rows], width);
}

function columnsOf(unit: ProfileUnit, total: number): readonly NumberColumn[] {
  const perCall = (weight: number, calls: number | null): string =>
    calls === null || calls === 0 ? unknown : weightText(weight / calls, unit);
  return [
    { title: 'ncalls', text: ({ calls }) => (calls === null ? unknown : countText(calls)) },
    { title: 'tottime', text: ({ own }) => weightText(own, unit) },
    { title: '%', optional: true, text: ({ own }) => percent(total > 0 ? own / total : 0) },
    { title: 'percall', text: ({ own, calls }) => perCall(own, calls) },
    { title: 'cumtime', text: ({ whole }) => weightText(whole, unit) },
    { title: 'percall', optional: true, text: ({ whole, calls }) => perCall(whole, calls) },
  ];
}
