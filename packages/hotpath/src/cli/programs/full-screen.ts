import type { Terminal } from '../context.js';

/** The whole terminal, until it is closed. */
export interface FullScreen {
  show(lines: readonly string[]): void;
  /** Restores the terminal. */
  close(): void;
}

const [enter, leave] = ['\u001b[?1049h\u001b[?25l', '\u001b[?25h\u001b[?1049l'];
const [home, restOfLine, restOfScreen] = ['\u001b[H', '\u001b[K', '\u001b[J'];

/** Takes over the terminal, and restores it at the latest when the process ends. `pressed` gets keys. */
export function openFullScreen(
  { keyboard, screen }: Terminal,
  pressed: (key: string) => void,
  resized: () => void,
): FullScreen {
  const hear = (text: Buffer): void => pressed(text.toString('utf8'));
  const close = (): void => {
    process.removeListener('exit', close);
    screen.removeListener('resize', resized);
    keyboard.removeListener('data', hear);
    if (keyboard.isTTY) keyboard.setRawMode(false);
    keyboard.pause();
    screen.write(leave);
  };
  process.once('exit', close);
  screen.on('resize', resized);
  if (keyboard.isTTY) keyboard.setRawMode(true);
  keyboard.on('data', hear);
  screen.write(enter);
  return {
    show: (lines) =>
      void screen.write(`${home}${lines.map((line) => `${line}${restOfLine}`).join('\r\n')}${restOfScreen}`),
    close,
  };
}
