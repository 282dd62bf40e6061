import type { Profile, ProfiledFunction } from '../../model/profiles/profile.js';
import { mergeProfiles } from '../tree/merge.js';
import { createProfileBuilder, root } from '../tree/profile-builder.js';
import { anonymous } from './frame-text.js';
import { list, object, objectText } from './json/json-handler.js';
import type { JsonFormat } from './profile-reader.js';
import { type SpeedscopeProfile, speedscopeProfiles } from './speedscope-profile.js';

/** The members of a speedscope file (https://www.speedscope.app/file-format-schema.json). Its profiles are added up. */
export function speedscopeFormat(): JsonFormat {
  const frames: ProfiledFunction[] = [];
  const profiles: SpeedscopeProfile[] = [];
  const frame = (text: string): unknown => frames.push(frameOf(JSON.parse(text), frames.length));
  return {
    members: {
      shared: object({ frames: list(objectText(frame)) }),
      profiles: list(speedscopeProfiles((profile) => profiles.push(profile))),
    },
    end() {
      if (profiles.length === 0) return null;
      const merged = mergeProfiles(profiles.map((profile) => withFrames(profile, frames)));
      if (!merged) throw new SyntaxError('its profiles count different things (time, samples or bytes)');
      return merged;
    },
  };
}

function frameOf(value: unknown, index: number): ProfiledFunction {
  const { name, file, line, col } = value as Record<string, unknown>;
  if (typeof name !== 'string') throw new SyntaxError(`frame ${index} has no name`);
  return {
    name: name === anonymous ? '' : name,
    file: typeof file === 'string' ? file : '',
    line: placeOf(line),
    column: placeOf(col),
  };
}

/** A line or a column, from 1; 0 for anything else. */
function placeOf(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : 0;
}

/** Gives the calls of a tree their functions. Equal frames become one function. */
function withFrames(
  { calls, unit, scale, samples }: SpeedscopeProfile,
  frames: readonly ProfiledFunction[],
): Profile {
  const builder = createProfileBuilder(unit);
  const functions = frames.map(builder.functionOf);
  const nodes = new Int32Array(calls.parents.length);
  for (let node = 1; node < nodes.length; node++) {
    const frame = calls.functionOf[node] as number;
    const called = functions[frame];
    if (called === undefined) throw new SyntaxError(`a stack refers to frame ${frame}, which is missing`);
    nodes[node] = builder.child(nodes[calls.parents[node] as number] as number, called);
    builder.add(nodes[node] as number, scale * (calls.self[node] as number), 0);
  }
  builder.add(root, 0, samples);
  return builder.build();
}
