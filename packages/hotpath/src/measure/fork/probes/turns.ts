import type { SuspensionRuntime } from '../../../instrument/edits/insert-suspensions.js';
import { suspendingIterable } from './suspending-iterable.js';

interface Activation {
  /** The position at which it resumes; -1 while it runs. */
  at: number;
  /** The position of what started or resumed it, which is restored when it stops. */
  entry: number;
  /** The position of what started it. */
  readonly origin: number;
}

const running = -1;

/**
 * Gives every activation of an async function or a generator its own position: places that are open when it is suspended are
 * open again when it resumes, and are not open for what runs meanwhile. `abandon` is called with the position of an activation that
 * is left while it is suspended, as a generator is by `return()`, if it had moved from where it was started.
 */
export function createTurns(
  position: () => number,
  moveTo: (position: number) => void,
  abandon: (position: number) => void,
): SuspensionRuntime {
  const away = <T>(turn: object, value?: T): T => {
    const activation = turn as Activation;
    activation.at = position();
    moveTo(activation.entry);
    return value as T;
  };
  const back = <T>(turn: object, value?: T): T => {
    const activation = turn as Activation;
    if (activation.at !== running) {
      activation.entry = position();
      moveTo(activation.at);
      activation.at = running;
    }
    return value as T;
  };
  return {
    start: (): Activation => {
      const origin = position();
      return { at: running, entry: origin, origin };
    },
    away,
    back,
    each: (turn, iterable, isAsync) =>
      suspendingIterable(iterable, isAsync, { before: () => back(turn), after: () => away(turn) }),
    end(turn) {
      const { at, entry, origin } = turn as Activation;
      if (at === running) moveTo(entry);
      else if (at !== origin) abandon(at);
    },
  };
}
