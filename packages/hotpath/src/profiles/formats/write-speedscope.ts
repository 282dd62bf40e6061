import type { Profile } from '../../model/profiles/profile.js';
import { walkCalls } from '../tree/walk.js';
import { anonymous } from './frame-text.js';
import { wholeWeights } from './whole-weights.js';

const units: Readonly<Record<Profile['unit'], string>> = {
  nanoseconds: 'nanoseconds',
  samples: 'none',
  bytes: 'bytes',
};

/**
 * Writes a speedscope file (https://www.speedscope.app/file-format-schema.json) of the evented type, with events that open
 * and close calls. The sampled type would be larger by a factor of the stack depth.
 */
export function* writeSpeedscope(profile: Profile, name: string): Generator<string> {
  const frames = profile.functions.map(({ name: called, file, line, column }) => ({
    name: called || anonymous,
    ...(file !== '' && { file }),
    ...(line > 0 && { line }),
    ...(column > 0 && { col: column }),
  }));
  const lengths = wholeWeights(profile.self);
  const total = lengths.subarray(1).reduce((sum, length) => sum + length, 0);
  yield `{"$schema":"https://www.speedscope.app/file-format-schema.json","exporter":"hotpath","name":${JSON.stringify(name)},`;
  yield `"activeProfileIndex":0,"shared":{"frames":${JSON.stringify(frames)}},"profiles":[{"type":"evented",`;
  yield `"name":${JSON.stringify(name)},"unit":"${units[profile.unit]}","startValue":0,"endValue":${total},"events":[`;
  yield* events(profile, lengths);
  yield ']}]}\n';
}

const perPiece = 10_000;

function* events(profile: Profile, lengths: Float64Array): Generator<string> {
  const pieces: string[] = [];
  let texts: string[] = [];
  let at = 0;
  const add = (type: 'O' | 'C', node: number): void => {
    texts.push(`{"type":"${type}","frame":${profile.functionOf[node]},"at":${at}}`);
    if (texts.length < perPiece) return;
    pieces.push(texts.join(','));
    texts = [];
  };
  walkCalls(
    profile,
    (node) => {
      add('O', node);
      at += lengths[node] as number;
    },
    (node) => add('C', node),
  );
  if (texts.length > 0) pieces.push(texts.join(','));
  for (const [index, piece] of pieces.entries()) yield (index === 0 ? '' : ',') + piece;
}
