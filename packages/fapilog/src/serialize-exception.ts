import { isNativeError } from 'node:util/types';
import { describe } from './describe.js';
import { parseStackFrames, type StackFrame } from './stack-frames.js';

export interface ExceptionLimits {
  /** Most frames per error, innermost first. */
  readonly maxFrames: number;
  /** Most characters of a stack text, including the ellipsis. */
  readonly maxStackChars: number;
  /** Number of nested causes to follow. */
  readonly maxCauseDepth: number;
}

/** A thrown value in `diagnostics.exception`. A value that is not an Error has only type and message. */
export interface ExceptionRecord {
  'error.type': string;
  'error.message': string;
  'error.stack'?: string;
  'error.frames'?: readonly StackFrame[];
  'error.cause'?: ExceptionRecord;
  /** The errors of an AggregateError. */
  'error.errors'?: readonly ExceptionRecord[];
  /** Why the record is incomplete: the error is described elsewhere in it, or is nested too deeply. */
  'error.truncated'?: 'repeated' | 'depth';
}

const MAX_AGGREGATED = 10;

interface Visit {
  readonly limits: ExceptionLimits;
  /** Errors described so far. Each is described once, which breaks cycles and bounds the record. */
  readonly seen: Set<unknown>;
}

/** Describes any thrown value, including causes. Never throws, even if an accessor of the value does. */
export function serializeException(thrown: unknown, limits: ExceptionLimits): ExceptionRecord {
  return describeThrown(thrown, 0, { limits, seen: new Set() });
}

function describeThrown(thrown: unknown, depth: number, visit: Visit): ExceptionRecord {
  try {
    return isError(thrown) ? describeError(thrown, depth, visit) : describeValue(thrown);
  } catch (error) {
    return { 'error.type': 'unknown', 'error.message': `[unreadable: ${describe(error)}]` };
  }
}

function describeError(error: Error, depth: number, visit: Visit): ExceptionRecord {
  const record: ExceptionRecord = { 'error.type': typeName(error), 'error.message': String(error.message) };
  if (visit.seen.has(error)) return { ...record, 'error.truncated': 'repeated' };
  if (depth > visit.limits.maxCauseDepth) return { ...record, 'error.truncated': 'depth' };
  visit.seen.add(error);

  // #region stack
  const stack = typeof error.stack === 'string' ? error.stack : `${error.name}: ${error.message}`;
  record['error.stack'] = shorten(stack, visit.limits.maxStackChars);
  // #endregion

  // #region frames
  record['error.frames'] = parseStackFrames(stack, stackHeader(stack, error), visit.limits.maxFrames);
  // #endregion

  // #region cause
  if (error.cause !== undefined) record['error.cause'] = describeThrown(error.cause, depth + 1, visit);
  if (error instanceof AggregateError) {
    const shown = error.errors.slice(0, MAX_AGGREGATED);
    record['error.errors'] = shown.map((each: unknown) => describeThrown(each, depth + 1, visit));
  }
  // #endregion

  return record;
}

function isError(thrown: unknown): thrown is Error {
  return isNativeError(thrown) || thrown instanceof Error;
}

/** `error.name` if it is set; otherwise the class name, because most subclasses leave `name` at "Error". */
function typeName(error: Error): string {
  if (error.name !== 'Error') return String(error.name);
  return error.constructor?.name || 'Error';
}

function describeValue(thrown: unknown): ExceptionRecord {
  if (typeof thrown !== 'object' || thrown === null) {
    return { 'error.type': thrown === null ? 'null' : typeof thrown, 'error.message': describe(thrown) };
  }
  return { 'error.type': thrown.constructor?.name || 'object', 'error.message': objectText(thrown) };
}

function objectText(thrown: object): string {
  try {
    return JSON.stringify(thrown) ?? describe(thrown);
  } catch {
    return describe(thrown);
  }
}

/** The stack text up to the end of the message, which may contain lines that look like frames. */
function stackHeader(stack: string, error: Error): string {
  const start = error.message === '' ? -1 : stack.indexOf(error.message);
  return start < 0 ? '' : stack.slice(0, start + error.message.length);
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return limit <= 3 ? text.slice(0, limit) : `${text.slice(0, limit - 3)}...`;
}
