import { growingFloats, growingInts } from '../tree/columns.js';
import { mostFunctions, type ProfileBuilder, root } from '../tree/profile-builder.js';

/** Adds the weights of calls to a tree whose functions are the numbers of frames. */
export interface SpeedscopeCalls {
  /** Returns how many weights were added. Throws a SyntaxError if calls or weights are missing. */
  end(): number;
}

export interface Events extends SpeedscopeCalls {
  /** Takes a call's begin or end. Throws a SyntaxError if it does not fit the ones before it. */
  take(value: unknown): void;
}

/** The calls of an evented profile: each call begins and ends at a value. */
export function createEvents(builder: ProfileBuilder): Events {
  const open: { readonly node: number; readonly frame: number }[] = [];
  let [events, spans, last] = [0, 0, Number.NEGATIVE_INFINITY];
  const refuse = (what: string): never => {
    throw new SyntaxError(`event ${events} ${what}`);
  };
  return {
    take(value) {
      const { type, frame, at } = value as Record<string, unknown>;
      if (typeof at !== 'number' || !Number.isFinite(at) || at < last)
        return refuse('is not after the one before it');
      const inner = open.at(-1);
      if (inner && at > last) {
        builder.add(inner.node, at - last, 0);
        spans++;
      }
      last = at;
      if (type === 'O') {
        const called = frameNumber(frame);
        open.push({ node: builder.child(inner?.node ?? root, called), frame: called });
      } else if (type !== 'C') refuse('neither opens nor closes a call');
      else if (open.pop()?.frame !== frame) refuse('closes a call that is not the innermost one');
      events++;
    },
    end() {
      if (open.length > 0) throw new SyntaxError(`${open.length} of its calls are not closed`);
      return spans;
    },
  };
}

export interface Stacks extends SpeedscopeCalls {
  begin(): void;
  /** The next frame of a stack, outermost first. */
  frame(frame: number): void;
  endStack(): void;
  weight(weight: number): void;
}

/** The calls of a sampled profile: stacks, and their weights in a list of its own. */
export function createStacks(builder: ProfileBuilder): Stacks {
  const stacks = growingInts();
  const weights = growingFloats();
  let node = root;
  return {
    begin: () => {
      node = root;
    },
    frame: (frame) => {
      node = builder.child(node, frameNumber(frame));
    },
    endStack: () => stacks.push(node),
    weight(weight) {
      if (weight < 0) throw new SyntaxError(`a weight is negative (${weight})`);
      weights.push(weight);
    },
    end() {
      const count = stacks.length();
      if (weights.length() !== count)
        throw new SyntaxError(`it has ${count} samples but ${weights.length()} weights`);
      for (let sample = 0; sample < count; sample++) builder.add(stacks.at(sample), weights.at(sample), 0);
      return count;
    },
  };
}

function frameNumber(value: unknown): number {
  if (Number.isInteger(value) && (value as number) >= 0 && (value as number) < mostFunctions)
    return value as number;
  throw new SyntaxError(`${JSON.stringify(value)} is not the number of a frame`);
}
