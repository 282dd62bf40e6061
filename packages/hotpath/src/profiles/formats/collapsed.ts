import type { Profile } from '../../model/profiles/profile.js';
import { createProfileBuilder, root } from '../tree/profile-builder.js';
import { stackOf } from '../tree/walk.js';
import { frameText, functionOfText } from './frame-text.js';
import type { ProfileReader } from './profile-reader.js';
import { wholeWeights } from './whole-weights.js';

/**
 * Reads collapsed stacks, as Brendan Gregg's stackcollapse programs write them: one stack per line, frames from outermost
 * to innermost, separated by semicolons, then a space and the weight.
 */
export function createCollapsedReader(): ProfileReader {
  const builder = createProfileBuilder('samples');
  const decoder = new TextDecoder();
  let rest = '';
  let lines = 0;
  const read = (line: string): void => {
    lines++;
    if (line.trim() === '' || line.startsWith('#')) return;
    const [, stack, weight] = /^(.*) (\d+(?:\.\d+)?)\s*$/s.exec(line) ?? [];
    if (stack === undefined)
      throw new SyntaxError(`line ${lines} does not end with a weight, as in collapsed stacks`);
    let node = root;
    for (const frame of stack.split(';'))
      node = builder.child(node, builder.functionOf(functionOfText(frame)));
    if (!Number.isFinite(Number(weight))) throw new SyntaxError(`the weight on line ${lines} is too large`);
    builder.add(node, Number(weight), Number(weight));
  };
  const take = (text: string): void => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() as string;
    parts.forEach(read);
  };
  return {
    push: (bytes) => take(decoder.decode(bytes, { stream: true })),
    end() {
      take(decoder.decode());
      if (rest !== '') read(rest);
      const profile = builder.build();
      if (profile.parents.length === 1) throw new SyntaxError('it has no stacks');
      return profile;
    },
  };
}

/** Writes collapsed stacks. Weights are integers in the profile's unit. Semicolons and line breaks in names are replaced. */
export function* writeCollapsed(profile: Profile): Generator<string> {
  const weights = wholeWeights(profile.self);
  const texts = profile.functions.map((one) =>
    frameText(one)
      .replaceAll(';', ',')
      .replace(/[\r\n]+/g, ' '),
  );
  for (let node = 1; node < weights.length; node++) {
    if (weights[node] === 0) continue;
    const frames = stackOf(profile, node).map((called) => texts[called]);
    yield `${frames.join(';')} ${weights[node]}\n`;
  }
}
