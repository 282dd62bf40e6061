/** The destination of lines. The logger passes only whole lines to `write`, and none after `close`. */
export interface Sink {
  /**
   * Takes whole JSON lines, each ending in a line feed. If it returns `false`, the logger waits for `flush` before it
   * writes again. If it throws, these lines count as dropped.
   */
  write(lines: string): unknown;
  /** Resolves when all written lines have left the sink. If it rejects, unconfirmed lines count as dropped. */
  flush(): Promise<void>;
  close(): Promise<void>;
  /** Called while the process exits, when only synchronous writes are possible. */
  flushSync?(): void;
}

export interface FileTarget {
  readonly type: 'file';
  readonly path: string;
}

export interface StdoutTarget {
  readonly type: 'stdout';
}

/** The description of a destination, which a worker thread can open as well. */
export type Target = FileTarget | StdoutTarget;

/** The destination for sonic-boom: a path, or the descriptor of standard output. */
export function destinationOf(target: Target): string | number {
  return target.type === 'file' ? target.path : 1;
}
