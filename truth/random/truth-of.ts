import type { Truth } from '../paths/truth.js';
import { type TurnsOfWait, turnsOf } from './count-turns.js';
import { type Body, type Element, innerBody, type RandomPath } from './element.js';

/** What the rows of a path take, in turns of work. */
export function truthOf({ body }: Pick<RandomPath, 'body'>, turnsOfWait: TurnsOfWait): Truth {
  const rows: Record<string, number> = {};
  const whole = countBody(body, { parent: null, runs: 1, rows, turnsOfWait });
  return { whole, rows };
}

interface Count {
  /** Id of the row around. */
  readonly parent: string | null;
  /** How often the body runs in one operation. */
  readonly runs: number;
  readonly rows: Record<string, number>;
  readonly turnsOfWait: TurnsOfWait;
}

function countBody(body: Body, count: Count): number {
  return body.reduce((sum, element) => sum + countElement(element, count), 0);
}

function countElement(element: Element, count: Count): number {
  const own = count.runs * turnsOf(element, count.turnsOfWait);
  const inner = innerBody(element);
  if (!inner) return own;
  const name = rowOf(element);
  if (name === null) return own + countBody(inner.body, { ...count, runs: count.runs * inner.runs });
  const id = count.parent === null ? name : `${count.parent}/${name}`;
  const turns = countBody(inner.body, { ...count, parent: id });
  count.rows[id] = (count.rows[id] ?? 0) + turns;
  return turns;
}

function rowOf(element: Element): string | null {
  if (element.kind === 'row') return element.name;
  return element.kind === 'throwing' ? element.row : null;
}
