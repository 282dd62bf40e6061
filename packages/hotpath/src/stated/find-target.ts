import { PathRefusal } from '../errors.js';
import { exportsOf, isContainer, type Members, memberNames } from './exports-of.js';
import { nearestNames } from './nearest-names.js';
import { refuseUncallable } from './refuse-uncallable.js';

/** A function, and the object that it is called on: `owner[key](…)`. */
export interface Target {
  readonly owner: Members;
  readonly key: string;
  readonly call: (...values: never[]) => unknown;
}

/** Finds an exported function by names such as `match` or `Router.match`. Throws a PathRefusal that says what there is instead. */
export function findTarget(namespace: object, module: string, name: string): Target {
  const target = memberOf(exportsOf(namespace), name.split('.'), `${module}: exports`);
  refuseUncallable(target.call, `${module}#${name}`, 'call');
  return target;
}

/** Makes an instance of an exported class and finds its method: `Router.prototype.match`. Throws a PathRefusal as `findTarget` does. */
export function findMethod(
  namespace: object,
  module: string,
  name: string,
  parameters: readonly unknown[],
): Target {
  const [of, method] = name.split('.prototype.', 2) as [string, string];
  const found = memberOf(exportsOf(namespace), of.split('.'), `${module}: exports`);
  refuseUncallable(found.call, `${module}#${of}`, 'construct');
  const instance = Reflect.construct(found.call, parameters) as Members;
  const target = memberOf(instance, method.split('.'), `${module}: an instance of ${of} has`);
  refuseUncallable(target.call, `${module}#${name}`, 'call');
  return target;
}

/** `said` is how a sentence about what the root lacks begins. */
function memberOf(root: Members, names: readonly string[], said: string): Target {
  const [key, ...rest] = names as [string, ...string[]];
  if (!(key in root)) throw missing(root, key, said);
  const value = root[key];
  if (rest.length > 0 && isContainer(value)) {
    const [module] = said.split(': ', 1);
    return memberOf(value, rest, `${module}: ${key} has`);
  }
  if (rest.length > 0 || typeof value !== 'function') throw noFunction(value, key, said);
  return { owner: root, key, call: value as Target['call'] };
}

function missing(root: Members, key: string, said: string): PathRefusal {
  const near = nearestNames(key, [...new Set([...Object.keys(root), ...memberNames(root)])]);
  return new PathRefusal(
    `${said} no "${key}"`,
    near.length > 0 ? `There is ${near.join(', ')}.` : 'There is nothing.',
  );
}

function noFunction(value: unknown, key: string, said: string): PathRefusal {
  const functions = isContainer(value)
    ? memberNames(value).filter((name) => typeof value[name] === 'function')
    : [];
  const near = functions.slice(0, 6).map((name) => `${key}.${name}`);
  return new PathRefusal(
    `${said} a "${key}" that is not a function, it is ${kindOf(value)}`,
    near.length > 0 ? `Its functions: ${near.join(', ')}.` : 'State an expression with --eval.',
  );
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
