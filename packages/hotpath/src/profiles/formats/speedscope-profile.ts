import type { Profile, ProfileUnit } from '../../model/profiles/profile.js';
import { createProfileBuilder } from '../tree/profile-builder.js';
import { list, numbers, type ObjectHandler, object, objectText, scalar } from './json/json-handler.js';
import { createEvents, createStacks } from './speedscope-calls.js';

/** One profile of a file. The functions of its calls are the numbers of frames. */
export interface SpeedscopeProfile {
  readonly calls: Pick<Profile, 'parents' | 'functionOf' | 'self'>;
  readonly unit: ProfileUnit;
  /** What the weights have to be multiplied by. */
  readonly scale: number;
  readonly samples: number;
}

const units: ReadonlyMap<unknown, readonly [unit: ProfileUnit, scale: number]> = new Map([
  ['none', ['samples', 1]],
  ['bytes', ['bytes', 1]],
  ['nanoseconds', ['nanoseconds', 1]],
  ['microseconds', ['nanoseconds', 1e3]],
  ['milliseconds', ['nanoseconds', 1e6]],
  ['seconds', ['nanoseconds', 1e9]],
]);

/** Reads profiles one after another, sampled or evented. */
export function speedscopeProfiles(take: (profile: SpeedscopeProfile) => void): ObjectHandler {
  let one = createReading();
  return object(
    {
      unit: scalar((value) => one.setUnit(value)),
      events: list(objectText((text) => one.events.take(JSON.parse(text)))),
      samples: list(
        numbers((frame) => one.stacks.frame(frame), {
          begin: () => one.stacks.begin(),
          end: () => one.stacks.endStack(),
        }),
      ),
      weights: numbers((weight) => one.stacks.weight(weight)),
    },
    {
      begin: () => {
        one = createReading();
      },
      end: () => take(one.done()),
    },
  );
}

/** A profile that is being read. */
interface Reading {
  readonly events: ReturnType<typeof createEvents>;
  readonly stacks: ReturnType<typeof createStacks>;
  setUnit(value: unknown): void;
  done(): SpeedscopeProfile;
}

function createReading(): Reading {
  const builder = createProfileBuilder('samples');
  const events = createEvents(builder);
  const stacks = createStacks(builder);
  let unit: unknown = null;
  return {
    events,
    stacks,
    setUnit: (value) => {
      unit = value;
    },
    done() {
      const known = units.get(unit);
      if (!known) throw new SyntaxError(`the unit of a profile is ${JSON.stringify(unit)}, which is unknown`);
      const samples = events.end() + stacks.end();
      return { calls: builder.build(), unit: known[0], scale: known[1], samples };
    },
  };
}
