import { fileURLToPath } from 'node:url';
import type { StackFrame, ThreadStack } from '../model/profiles/thread-stack.js';

/** A call in the value of `stackExpression`. */
type CallSite = readonly [
  called: string | null,
  type: string | null,
  method: string | null,
  file: string | null,
  line: number | null,
  column: number | null,
  isAsync: boolean,
  isConstructor: boolean,
];

/**
 * JavaScript that gives, as JSON, the stack below it and what the thread's event loop waits for. V8 lets an inspector evaluate
 * in the middle of running code, so nothing has to be paused. The expression restores what it changes in `Error`.
 */
export const stackExpression = `(function look() {
  const kept = ['stackTraceLimit', 'prepareStackTrace'].map((name) => [name, Object.getOwnPropertyDescriptor(Error, name)]);
  try {
    Error.stackTraceLimit = 1000;
    Error.prepareStackTrace = (_, sites) => sites.map((site) => [site.getFunctionName(), site.getTypeName(),
      site.getMethodName(), site.getScriptNameOrSourceURL(), site.getLineNumber(), site.getColumnNumber(),
      site.isAsync(), site.isConstructor()]);
    const here = {};
    Error.captureStackTrace(here, look);
    return JSON.stringify({ sites: here.stack, resources: process.getActiveResourcesInfo?.() ?? [] });
  } finally {
    for (const [name, was] of kept) if (was) Object.defineProperty(Error, name, was); else delete Error[name];
  }
})()`;

/** Reads the value of `stackExpression`. */
export function readStack(json: string): Pick<ThreadStack, 'state' | 'frames' | 'waitsFor'> {
  const { sites, resources } = JSON.parse(json) as {
    readonly sites: readonly CallSite[];
    readonly resources: readonly string[];
  };
  // The first is the expression itself.
  const frames = sites.slice(1).map(frameOf);
  const waitsFor: Record<string, number> = {};
  for (const kind of resources) waitsFor[kind] = (waitsFor[kind] ?? 0) + 1;
  return { state: frames.length > 0 ? 'active' : 'idle', frames, waitsFor };
}

function frameOf([called, type, method, file, line, column, isAsync, isConstructor]: CallSite): StackFrame {
  return {
    name: `${isConstructor ? 'new ' : ''}${nameOf(called ?? '', type, method)}`,
    file: pathOf(file ?? ''),
    line: line ?? 0,
    column: column ?? 0,
    isAsync,
  };
}

/** Methods have their class before their name, as in V8's own stacks; functions called on an object do not. */
function nameOf(called: string, type: string | null, method: string | null): string {
  const isMethod = type !== null && type !== 'Object' && type !== 'global' && method === called;
  return isMethod && called !== '' ? `${type}.${called}` : called;
}

function pathOf(file: string): string {
  return file.startsWith('file:') ? fileURLToPath(file) : file;
}
