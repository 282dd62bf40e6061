/** Frames that are read of a stack, the expression's own included. */
export const mostFrames = 1000;

/** A call in the value of `stackExpression`. */
export type CallSite = readonly [
  called: string | null,
  type: string | null,
  method: string | null,
  file: string | null,
  line: number | null,
  column: number | null,
  isAsync: boolean,
  isConstructor: boolean,
];

/** The value of `stackExpression`. */
export interface TakenStack {
  /** Innermost first, the expression itself before the others; null if the program does not let its stack be read. */
  readonly sites: readonly CallSite[] | null;
  /** The number of all frames, those that were not read included. */
  readonly total: number;
  /** What the thread's event loop waits for, by type. */
  readonly resources: readonly string[];
}

/**
 * JavaScript that gives the stack below it and what the thread's event loop waits for. V8 lets an inspector evaluate in the
 * middle of running code, so nothing has to be paused. The expression restores what it changes in `Error`, runs no setter of
 * the program, and relies on little that a program may have replaced: `Error` is found through an error that V8 makes.
 */
export const stackExpression = `(function look() {
  const kept = [];
  let [sites, total, resources, Native] = [null, 0, [], null];
  const set = (name, value) => {
    const was = Object.getOwnPropertyDescriptor(Native, name);
    Object.defineProperty(Native, name, was && !was.configurable ? { value } : { value, writable: true, configurable: true });
    kept[kept.length] = [name, was];
  };
  const read = (all) => {
    const some = [];
    for (let at = 0; at < all.length && at < ${mostFrames}; at++) {
      const site = all[at];
      some[at] = [site.getFunctionName(), site.getTypeName(), site.getMethodName(), site.getScriptNameOrSourceURL(),
        site.getLineNumber(), site.getColumnNumber(), site.isAsync(), site.isConstructor()];
    }
    [sites, total] = [some, all.length];
  };
  try {
    try { null.x; } catch (made) { Native = Object.getPrototypeOf(Object.getPrototypeOf(made).constructor); }
    set('stackTraceLimit', Infinity);
    set('prepareStackTrace', (_, all) => read(all));
    const here = {};
    Native.captureStackTrace(here, look);
    here.stack;
  } catch {
    sites = null;
  }
  for (let at = kept.length - 1; at >= 0; at--) {
    const [name, was] = kept[at];
    if (was) Object.defineProperty(Native, name, was); else delete Native[name];
  }
  try { resources = (typeof require === 'function' ? require('process') : process).getActiveResourcesInfo(); } catch {}
  return { sites, total, resources };
})()`;
