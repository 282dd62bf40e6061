import type { WriteStream } from 'node:tty';

/** Where the program's text goes; tests pass their own. */
export interface Output {
  /** Results. */
  out(text: string): void;
  /** Everything else. */
  err(text: string): void;
  /** Replaces the progress line; an empty text removes it. Does nothing where stderr is not a terminal. */
  status(text: string): void;
  /** Terminal cells in a line of results. */
  readonly width: number;
}

const widthWithoutTerminal = 100;

/** The process's own streams. COLUMNS sets the width where stdout is not a terminal. */
export function processOutput(env: NodeJS.ProcessEnv, stdout: WriteStream, stderr: WriteStream): Output {
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    width: stdout.columns || Number(env.COLUMNS) || widthWithoutTerminal,
    out(text) {
      clear();
      stdout.write(text);
    },
    err(text) {
      clear();
      stderr.write(text);
    },
    status(text) {
      if (!stderr.isTTY) return;
      clear();
      shown = text !== '';
      if (shown) stderr.write(text.slice(0, (stderr.columns || 80) - 1));
    },
  };
}
