/** Where lines go. The logger calls `write` with whole lines only, and not again after `close`. */
export interface Sink {
  /**
   * Takes whole JSON lines, each ending in a line feed. Returning `false` asks the logger to wait for `flush`
   * before it writes again; a throw counts these lines as dropped.
   */
  write(lines: string): unknown;
  /** Resolves when everything written has left the sink; a rejection counts what was not confirmed as dropped. */
  flush(): Promise<void>;
  close(): Promise<void>;
  /** Called while the process exits: the last chance to write, and only synchronously. */
  flushSync?(): void;
}

export interface FileTarget {
  readonly type: 'file';
  readonly path: string;
}

export interface StdoutTarget {
  readonly type: 'stdout';
}

/** A destination that can be named, and so opened by a worker thread too. */
export type Target = FileTarget | StdoutTarget;

/** A path or the descriptor of standard output, as sonic-boom takes its destination. */
export function destinationOf(target: Target): string | number {
  return target.type === 'file' ? target.path : 1;
}
