import { fileURLToPath } from 'node:url';
import type { StackFrame, ThreadStack } from '../model/profiles/thread-stack.js';
import type { CallSite, TakenStack } from './stack-expression.js';

export type ReadStack = Omit<ThreadStack, 'id' | 'name'>;

/** Reads the value of `stackExpression`; null if it holds no stack. */
export function readStack({ sites, total, resources }: TakenStack): ReadStack | null {
  // The first is the expression itself. Without it, V8 was not allowed to list any frames.
  if (sites === null || sites.length === 0) return null;
  const frames = sites.slice(1).map(frameOf);
  return { ...stackOf(frames, resources), more: total - sites.length, note: null };
}

/** The stack that V8 attaches to an exception for an inspector, at most 200 frames. */
export interface ExceptionStack {
  readonly callFrames: readonly {
    readonly functionName: string;
    readonly url: string;
    /** From 0. */
    readonly lineNumber: number;
    readonly columnNumber: number;
  }[];
}

const mostCallFrames = 200;

/** Reads the stack of an exception that an inspector had thrown; null if it has no frames. */
export function readExceptionStack(
  { callFrames }: ExceptionStack,
  resources: readonly string[],
): ReadStack | null {
  if (callFrames.length === 0) return null;
  const frames = callFrames.slice(1).map(
    ({ functionName, url, lineNumber, columnNumber }): StackFrame => ({
      name: functionName,
      file: pathOf(url),
      line: lineNumber + 1,
      column: columnNumber + 1,
      isAsync: false,
    }),
  );
  const more = callFrames.length < mostCallFrames ? 0 : null;
  return { ...stackOf(frames, resources), more, note: frames.length === 0 ? null : withoutAsync };
}

const withoutAsync = 'the program does not let Error be changed, so functions that await are not shown';

function stackOf(
  frames: readonly StackFrame[],
  resources: readonly string[],
): Pick<ThreadStack, 'state' | 'frames' | 'waitsFor'> {
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

/** A URL that is no path on this system stays as it is. */
function pathOf(file: string): string {
  try {
    return file.startsWith('file:') ? fileURLToPath(file) : file;
  } catch {
    return file;
  }
}
