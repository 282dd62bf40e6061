import type { RanScript } from '../model/profiles/ran-script.js';
import type { Coverage } from './read-coverage.js';

/** A place that was running or had called the next inner frame. */
export interface ThrownFrame {
  /** The script, named as in RanScript. */
  readonly file: string;
  /** Line from 1, column from 0, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

/** Exceptions that were thrown from one stack. */
export interface ThrownStack {
  /** Innermost first. */
  readonly frames: readonly ThrownFrame[];
  readonly count: number;
  /** Whether V8 predicted that a promise gets them. A call of a promise's `reject` is told in the same way. */
  readonly toPromise: boolean;
}

/** What a thread tells in addition to V8's counts of executions. */
export interface CountedThread {
  readonly thrown: readonly ThrownStack[];
  /** Whether these are all exceptions of the thread. */
  readonly knowsAll: boolean;
  /** The scripts, as they ran, whose text is not that of their file. */
  readonly scripts: readonly RanScript[];
}

/** The executions of a thread. */
export interface Counted {
  readonly coverage: Coverage;
  /** Null where the thread has told nothing. */
  readonly thread: CountedThread | null;
}
