import type { PlaceBefore } from '../../../instrument/split/split-text.js';

/** By the name that V8 has for the script: a path or a URL. */
const scripts = new Map<string, readonly PlaceBefore[]>();

/** Of Node itself. */
const nodesOwn = Error.prepareStackTrace;

/**
 * Tells the program's own formatter of stacks, if it has one, where frames of a script were before it was split: packages such as
 * source-map-support have a map of that text.
 */
export function keepFrames(script: string, before: readonly PlaceBefore[]): void {
  if (scripts.size === 0) watchFormatter();
  scripts.set(script, before);
}

type Formatter = NonNullable<typeof Error.prepareStackTrace>;
const wrapped = new WeakSet<Formatter>();

function watchFormatter(): void {
  let own: unknown = watched(Error.prepareStackTrace);
  Object.defineProperty(Error, 'prepareStackTrace', {
    configurable: true,
    enumerable: false,
    get: () => own,
    set(formatter: unknown) {
      own = watched(formatter);
    },
  });
}

function watched(formatter: unknown): unknown {
  if (typeof formatter !== 'function' || formatter === nodesOwn || wrapped.has(formatter as Formatter))
    return formatter;
  const seen = new Proxy(formatter as Formatter, {
    apply: (target, self, [error, sites]: Parameters<Formatter>) =>
      Reflect.apply(target, self, [error, Array.isArray(sites) ? sites.map(siteBefore) : sites]),
  });
  wrapped.add(seen);
  return seen;
}

function siteBefore(site: NodeJS.CallSite): NodeJS.CallSite {
  const before = scripts.get(site.getFileName() ?? '');
  const [line, column] = [site.getLineNumber(), site.getColumnNumber()];
  if (!before || line === null || column === null) return site;
  const start = before[line - 1];
  if (!start) return site;
  const [lineBefore, columnBefore] = [start.line + 1, start.column + column];
  const own: Readonly<Record<PropertyKey, () => unknown>> = {
    getLineNumber: () => lineBefore,
    getColumnNumber: () => columnBefore,
    toString: () => String(site).replace(`:${line}:${column}`, `:${lineBefore}:${columnBefore}`),
  };
  return new Proxy(site, {
    get(target, name) {
      const member = Object.hasOwn(own, name) ? own[name] : Reflect.get(target, name);
      // Methods of V8 take no proxy for their site.
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
