import { exitCode } from '../../errors.js';
import { totalsOf } from '../../profiles/tree/walk.js';
import { findingsText } from '../../report/terminal/findings-text.js';
import { slowDownText } from '../../report/text/slow-down.js';
import { weightText } from '../../report/text/weight-text.js';
import { functionsOfPath } from '../../sessions/path-views.js';
import { samplePath } from '../../sessions/sample-path.js';
import { openScripts } from '../../source/scripts.js';
import type { CommandContext } from '../context.js';
import type { SessionOptions } from '../options/session-options.js';
import { settingsOf, withSession } from '../session/session.js';
import { type FunctionChoice, functionsText } from './functions-text.js';

export type PathFunctionOptions = FunctionChoice & SessionOptions;

/** Samples the path of a specification and prints its functions, with calls and time per operation. */
export async function pathFunctions(
  file: string,
  options: PathFunctionOptions,
  context: CommandContext,
): Promise<number> {
  const { output, folder } = context;
  const settings = settingsOf(options, context);
  const { profile, calls, sampled } = await withSession(file, settings, output, async (session) => {
    const sampled = await samplePath(file, session);
    return { sampled, ...(await functionsOfPath(sampled, session)) };
  });
  const whole = weightText(totalsOf(profile)[0] as number, 'nanoseconds');
  const samples = `${profile.samples.toLocaleString('en')} samples ${slowDownText(sampled.slowDown, 'path')}`;
  const said = `${sampled.plan.path.name}: ${whole} an operation, ${samples}; calls and times are per operation`;
  const findings = findingsText(sampled.findings, { width: output.width, folder });
  const table = functionsText({ profile, calls, said, read: openScripts().read }, options, context);
  output.out(`${table}${findings}`);
  return exitCode.fine;
}
