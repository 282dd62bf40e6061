import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../../errors.js';
import type { Profile } from '../../model/profiles/profile.js';
import type { Finding } from '../../model/report/finding.js';
import { readProfileFiles } from '../../profiles/formats/read-profile-file.js';
import { mergeProfiles } from '../../profiles/tree/merge.js';
import { totalsOf } from '../../profiles/tree/walk.js';
import { slowDownText } from '../../report/text/slow-down.js';
import { profileText, weightText } from '../../report/text/weight-text.js';
import { flameOfPath } from '../../sessions/path-views.js';
import { samplePath } from '../../sessions/sample-path.js';
import type { CommandContext } from '../context.js';
import type { SessionOptions } from '../options/session-options.js';
import type { PathOptions } from '../paths/path-options.js';
import { namesPath } from '../paths/path-word.js';
import { withPath } from '../paths/with-paths.js';
import { settingsOf, withSession } from '../session/session.js';
import { isNodeProfile, withoutEnding } from './profile-names.js';

/** What a flame graph shows. */
export interface FlameSource {
  readonly profile: Profile;
  /** The name of a path, or that of a file without its extension. */
  readonly name: string;
  readonly isPath: boolean;
  readonly title: string;
  /** A line that says what was found. */
  readonly said: string;
  /** What the graph of a path leaves out. */
  readonly findings: readonly Finding[];
}

/** Samples a path, or reads profiles and adds them up. */
export async function flameSource(
  inputs: readonly string[],
  options: SessionOptions & PathOptions,
  context: CommandContext,
): Promise<FlameSource> {
  const { folder } = context;
  if (namesPath(inputs, options, folder))
    return withPath(inputs[0], options, context, (file, own) => fromSpec(file, options, own));
  if (inputs.some((input) => namesPath([input], options, folder)))
    throw new UserError('a path cannot be combined with other inputs', 'Give one path, or only profiles.');
  return profilesOf(inputs, folder);
}

async function fromSpec(
  file: string,
  options: SessionOptions,
  context: CommandContext,
): Promise<FlameSource> {
  const { output } = context;
  const settings = settingsOf(options, context);
  const sampled = await withSession(file, settings, output, (session) => samplePath(file, session));
  const { name } = sampled.plan.path;
  const profile = flameOfPath(sampled);
  const said = `${weightText(totalsOf(profile)[0] as number, 'nanoseconds')} an operation, ${profile.samples.toLocaleString('en')} samples ${slowDownText(sampled.slowDown, 'path')}`;
  return { profile, name, isPath: true, title: name, said, findings: sampled.findings };
}

/** Reads profiles, and those in folders, and adds them up. */
export async function profilesOf(inputs: readonly string[], folder: string): Promise<FlameSource> {
  const files = inputs.flatMap((input) => profileFiles(input, folder));
  const profile = mergeProfiles(await readProfileFiles(files));
  if (!profile)
    throw new UserError(
      'the profiles count different things (time, samples or bytes)',
      'Give profiles of the same kind.',
    );
  const [first, ...others] = files.map((file) => basename(file)) as [string, ...string[]];
  return {
    profile,
    name: withoutEnding(first),
    isPath: false,
    title: others.length > 0 ? `${first} and ${others.length} more` : first,
    said: profileText(profile),
    findings: [],
  };
}

/** A file, or the profiles that Node wrote into a folder. */
function profileFiles(input: string, folder: string): string[] {
  const file = resolve(folder, input);
  if (!statSync(file, { throwIfNoEntry: false })?.isDirectory()) return [file];
  const found = readdirSync(file).filter(isNodeProfile);
  if (found.length === 0)
    throw new UserError(
      `${input}: no .cpuprofile in this folder`,
      'Give a folder that `node --cpu-prof --cpu-prof-dir` wrote to.',
    );
  return found.sort().map((name) => join(file, name));
}
