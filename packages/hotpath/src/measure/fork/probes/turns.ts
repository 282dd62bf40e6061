import type { SuspensionRuntime } from '../../../instrument/edits/insert-suspensions.js';

interface Activation {
  /** The position at which it resumes; -1 while it runs. */
  at: number;
  /** The position of what started or resumed it, which is restored when it stops. */
  entry: number;
}

const running = -1;

/**
 * Gives every activation of an async function or a generator its own position: places that are open when it is suspended are
 * open again when it resumes, and are not open for what runs meanwhile.
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
