import type { SuspensionRuntime } from '../../../instrument/edits/insert-suspensions.js';

interface Activation {
  /** The position to go on from; -1 while it runs. */
  at: number;
  /** The position of whoever started it or woke it, which is given back when it stops. */
  entry: number;
}

const running = -1;

/**
 * Gives every activation of an async function or a generator a position of its own: what was open when it suspended is
 * open when it goes on, and is not open for whoever runs meanwhile.
 */
export function createTurns(position: () => number, moveTo: (position: number) => void): SuspensionRuntime {
  return {
    start: (): Activation => ({ at: running, entry: position() }),
    away<T>(turn: object, value: T): T {
      const activation = turn as Activation;
      activation.at = position();
      moveTo(activation.entry);
      return value;
    },
    back<T>(turn: object, value?: T): T {
      const activation = turn as Activation;
      if (activation.at !== running) {
        activation.entry = position();
        moveTo(activation.at);
        activation.at = running;
      }
      return value as T;
    },
    end: (turn) => moveTo((turn as Activation).entry),
  };
}
