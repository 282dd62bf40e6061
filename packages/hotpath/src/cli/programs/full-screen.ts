import type { ReadStream, WriteStream } from 'node:tty';

/** The whole terminal, until it is given back. */
export interface FullScreen {
  show(lines: readonly string[]): void;
  /** Gives the terminal back as it was. */
  close(): void;
}

const [enter, leave] = ['\u001b[?1049h\u001b[?25l', '\u001b[?25h\u001b[?1049l'];
const [home, restOfLine, restOfScreen] = ['\u001b[H', '\u001b[K', '\u001b[J'];

/** Takes the terminal over, and gives it back when the process ends, however it does. `pressed` gets keys. */
export function openFullScreen(
  stdin: ReadStream,
  stdout: WriteStream,
  pressed: (key: string) => void,
  resized: () => void,
): FullScreen {
  const hear = (text: Buffer): void => pressed(text.toString('utf8'));
  const close = (): void => {
    process.removeListener('exit', close);
    stdout.removeListener('resize', resized);
    stdin.removeListener('data', hear);
    if (stdin.isTTY) stdin.setRawMode(false);
    stdin.pause();
    stdout.write(leave);
  };
  process.once('exit', close);
  stdout.on('resize', resized);
  if (stdin.isTTY) stdin.setRawMode(true);
  stdin.on('data', hear);
  stdout.write(enter);
  return {
    show: (lines) =>
      void stdout.write(`${home}${lines.map((line) => `${line}${restOfLine}`).join('\r\n')}${restOfScreen}`),
    close,
  };
}
