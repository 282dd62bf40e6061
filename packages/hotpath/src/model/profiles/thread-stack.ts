/** What a JavaScript thread was doing at one moment. */
export interface ThreadStack {
  /** 0 for the main thread; for others the `threadId` of `worker_threads`. */
  readonly id: number;
  /** Empty if it has no name. */
  readonly name: string;
  /** `silent`: it did not answer, because it is busy in native code; `unreadable`: its stack cannot be read. */
  readonly state: 'active' | 'idle' | 'silent' | 'unreadable';
  /** Innermost first; empty unless the thread is active. */
  readonly frames: readonly StackFrame[];
  /** The number of frames outside of the last one that are left out; null if there are some and their number is unknown. */
  readonly more: number | null;
  /** Why the stack cannot be read, or what is missing in it; null where nothing is to be said. */
  readonly note: string | null;
  /** Number of resources that keep its event loop alive, by type, such as { Timeout: 2 }. */
  readonly waitsFor: Readonly<Record<string, number>>;
}

export interface StackFrame {
  /** Includes the class of a method, such as Job.run. Empty if it has no name. */
  readonly name: string;
  /** Path or URL; empty for native code. */
  readonly file: string;
  /** The line that is running, from 1; 0 if unknown. */
  readonly line: number;
  readonly column: number;
  /** Whether the function is suspended at an `await` of the previous frame, and not on the stack. */
  readonly isAsync: boolean;
}

/** A process and its threads at one moment. */
export interface ProcessStacks {
  readonly pid: number;
  /** The program and its arguments. */
  readonly command: string;
  /** The version of Node, such as v20.20.2. */
  readonly version: string;
  /** The main thread first. */
  readonly threads: readonly ThreadStack[];
}
