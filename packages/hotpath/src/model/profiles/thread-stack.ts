/** What a JavaScript thread was doing at one moment. */
export interface ThreadStack {
  /** 0 is the main thread; others have the numbers that `worker_threads` gave them. */
  readonly id: number;
  /** Empty where it has none. */
  readonly name: string;
  /** `silent`: it did not answer, as it is busy in native code. */
  readonly state: 'active' | 'idle' | 'silent';
  /** Innermost first; none unless it is active. */
  readonly frames: readonly StackFrame[];
  /** What keeps its event loop alive, by kind: { Timeout: 2 }. */
  readonly waitsFor: Readonly<Record<string, number>>;
}

export interface StackFrame {
  /** With the class of a method: Job.run. Empty where it has none. */
  readonly name: string;
  /** Path or URL; empty for what is not script. */
  readonly file: string;
  /** Where it is, from 1; 0 where unknown. */
  readonly line: number;
  readonly column: number;
  /** Whether it waits, with `await`, for the frame before it, and is on no stack. */
  readonly isAsync: boolean;
}

/** A process and its threads at one moment. */
export interface ProcessStacks {
  readonly pid: number;
  /** The program and its arguments. */
  readonly command: string;
  /** Of Node: v20.20.2. */
  readonly version: string;
  /** The main thread first. */
  readonly threads: readonly ThreadStack[];
}
