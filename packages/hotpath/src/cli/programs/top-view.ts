import type { WriteStream } from 'node:tty';
import type { Profile } from '../../model/profiles/profile.js';
import type { ProcessStacks } from '../../model/profiles/thread-stack.js';
import type { TopSnapshot } from '../../model/profiles/top-snapshot.js';
import type { ThreadSamples } from '../../observe/attach/sample-threads.js';
import { mergeProfiles } from '../../profiles/tree/merge.js';
import { lengthNs, topSnapshot } from '../../profiles/tree/top-snapshot.js';
import { type TopOrder, type TopStyle, topScreen } from '../../report/terminal/top-screen.js';
import type { CommandContext, Terminal } from '../context.js';
import { placeIn } from '../files/shown-path.js';
import { type FullScreen, openFullScreen } from './full-screen.js';
import { threadProfiles } from './thread-profiles.js';

type ShownProcess = Omit<ProcessStacks, 'threads'>;

/** Shows interval after interval. */
export interface TopView {
  /** Called once, before the first interval. */
  begin(process: ShownProcess): void;
  take(samples: readonly ThreadSamples[], notes: readonly string[]): void;
  close(): void;
}

const linesWithoutTerminal = 26;

/** Prints one snapshot after the other as results. */
export function plainView(sort: TopOrder, { output, folder }: CommandContext): TopView {
  const history = createHistory();
  let shown: ShownProcess | null = null;
  return {
    begin(process) {
      shown = process;
    },
    take(samples, notes) {
      if (!shown) return;
      const style = { width: output.width, height: linesWithoutTerminal, sort, keys: '', isStyled: false };
      const lines = topScreen(shown, history.add(samples), notes, { ...style, place: placeIn(folder) });
      output.out(`${lines.join('\n').trimEnd()}\n\n`);
    },
    close() {},
  };
}

const orderOfKey: Readonly<Record<string, TopOrder>> = {
  1: 'own',
  2: 'total',
  3: 'owntime',
  4: 'totaltime',
};
const titleOf: Readonly<Record<TopOrder, string>> = {
  own: '%Own',
  total: '%Total',
  owntime: 'OwnTime',
  totaltime: 'TotalTime',
};
const [interruptKey, endKey] = ['\u0003', '\u0004'];

/** Draws on the whole terminal; keys change what is shown. */
export function liveView(
  terminal: Terminal,
  firstSort: TopOrder,
  { folder }: CommandContext,
  quit: () => void,
): TopView {
  const history = createHistory();
  let [sort, notes]: [TopOrder, readonly string[]] = [firstSort, ['sampling']];
  let draw = (): void => {};
  let screen: FullScreen | null = null;
  const press = (key: string): void => {
    if (key === 'q' || key === interruptKey || key === endKey) quit();
    if (key === 'r') history.reset();
    sort = orderOfKey[key] ?? sort;
    draw();
  };
  return {
    begin(process) {
      screen = openFullScreen(terminal, press, () => draw());
      draw = () =>
        screen?.show(topScreen(process, history.last(), notes, liveStyle(terminal.screen, sort, folder)));
      draw();
    },
    take(samples, currentNotes) {
      history.add(samples);
      notes = currentNotes;
      draw();
    },
    close() {
      screen?.close();
      screen = null;
    },
  };
}

function liveStyle(screen: WriteStream, sort: TopOrder, folder: string): TopStyle {
  const orders = Object.entries(orderOfKey).map(([key, order]) =>
    order === sort ? `[${key} ${titleOf[order]}]` : `${key} ${titleOf[order]}`,
  );
  return {
    width: screen.columns,
    height: screen.rows,
    sort,
    keys: `q quit, r reset, order: ${orders.join('  ')}`,
    isStyled: screen.hasColors(),
    place: placeIn(folder),
  };
}

interface History {
  add(samples: readonly ThreadSamples[]): TopSnapshot;
  last(): TopSnapshot;
  reset(): void;
}

function createHistory(): History {
  let [whole, ns]: [Profile | null, number] = [null, 0];
  let last = topSnapshot([], null, 0);
  return {
    add(samples) {
      const threads = threadProfiles(samples);
      whole = mergeProfiles([...(whole ? [whole] : []), ...threads.map(({ profile }) => profile)]) ?? whole;
      ns += lengthNs(threads);
      last = topSnapshot(threads, whole, ns);
      return last;
    },
    last: () => last,
    reset() {
      [whole, ns] = [null, 0];
      last = topSnapshot([], null, 0);
    },
  };
}
