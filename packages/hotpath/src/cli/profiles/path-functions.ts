import { exitCode } from '../../errors.js';
import { totalsOf } from '../../profiles/tree/walk.js';
import { slowDownText } from '../../report/text/slow-down.js';
import { weightText } from '../../report/text/weight-text.js';
import { functionsOfPath } from '../../sessions/path-views.js';
import { samplePath } from '../../sessions/sample-path.js';
import { findSpec } from '../../spec/find-spec.js';
import type { Surroundings } from '../commands/run.js';
import { settingsOf, withSession } from '../session/session.js';
import type { SamplingOptions } from './flame-source.js';
import { type FunctionChoice, functionsText } from './functions-text.js';

export type PathFunctionOptions = FunctionChoice & SamplingOptions;

/** Prints a path's functions, calls and time an operation. */
export async function pathFunctions(
  input: string,
  options: PathFunctionOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { folder, output } = surroundings;
  const file = findSpec(input, folder);
  const settings = settingsOf(options, surroundings);
  const { profile, calls, sampled } = await withSession(file, settings, output, async (session) => {
    const sampled = await samplePath(file, session);
    return { sampled, ...(await functionsOfPath(sampled, session)) };
  });
  const whole = weightText(totalsOf(profile)[0] as number, 'nanoseconds');
  const samples = `${profile.samples.toLocaleString('en')} samples ${slowDownText(sampled.slowDown, 'path')}`;
  const said = `${sampled.plan.path.name}: ${whole} an operation, ${samples}; calls and times are an operation's`;
  output.out(functionsText(profile, calls, options, said, surroundings));
  return exitCode.fine;
}
