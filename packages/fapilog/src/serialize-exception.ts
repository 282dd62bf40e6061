import { isNativeError } from 'node:util/types';
import { describe } from './describe.js';
import { parseStackFrames, type StackFrame } from './stack-frames.js';

export interface ExceptionLimits {
  /** Frames kept of one error, innermost first. */
  readonly maxFrames: number;
  /** Characters kept of one stack text, an ellipsis included. */
  readonly maxStackChars: number;
  /** How many causes below the thrown error are followed. */
  readonly maxCauseDepth: number;
}

/** A thrown value as `diagnostics.exception` holds it. Only type and message are known of what is not an Error. */
export interface ExceptionRecord {
  'error.type': string;
  'error.message': string;
  'error.stack'?: string;
  'error.frames'?: readonly StackFrame[];
  'error.cause'?: ExceptionRecord;
  /** The errors of an AggregateError. */
  'error.errors'?: readonly ExceptionRecord[];
  /** Why nothing more is said: the error was described already, or lies too deep. */
  'error.truncated'?: 'repeated' | 'depth';
}

const MAX_AGGREGATED = 10;

interface Visit {
  readonly limits: ExceptionLimits;
  /** Breaks cycles, and bounds the whole record: no error is described twice. */
  readonly seen: Set<unknown>;
}

/** Describes any thrown value, causes included. Never throws, whatever the value's own accessors do. */
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

/** The class's name says more than `error.name`, which most subclasses leave at "Error"; a set name wins over it. */
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

/** Stack text up to the end of the message: a message may hold lines that read like frames. */
function stackHeader(stack: string, error: Error): string {
  const start = error.message === '' ? -1 : stack.indexOf(error.message);
  return start < 0 ? '' : stack.slice(0, start + error.message.length);
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return limit <= 3 ? text.slice(0, limit) : `${text.slice(0, limit - 3)}...`;
}
