import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { exitCode, UserError } from '../errors.js';
import { Interrupted } from '../measure/run-fork.js';
import { attachCommand } from './commands/attach.js';
import { copiesCommand } from './commands/copies.js';
import { diffCommand } from './commands/diff.js';
import { doctorCommand } from './commands/doctor.js';
import { dumpCommand } from './commands/dump.js';
import { errorsCommand } from './commands/errors.js';
import { flameCommand } from './commands/flame.js';
import { floorCommand } from './commands/floor.js';
import { functionsCommand } from './commands/functions.js';
import { linesCommand } from './commands/lines.js';
import { recordCommand } from './commands/record.js';
import { runCommand } from './commands/run.js';
import { scoreCommand } from './commands/score.js';
import { topCommand } from './commands/top.js';
import { verifyCommand } from './commands/verify.js';
import { whatIfCommand } from './commands/what-if.js';
import type { CommandContext } from './context.js';
import { explain } from './explain.js';
import { refuseSwallowedOption } from './options/swallowed-option.js';

/**
 * Runs the command line `words` (without node and script) and gives its exit code. Whatever it needs of the process comes from
 * `context`, so that tests can call it. Throws only when hotpath itself is at fault.
 */
export async function main(words: readonly string[], context: CommandContext): Promise<number> {
  let code: number = exitCode.fine;
  const program = createProgram(context, (given) => {
    code = given;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (problem) {
    if (problem instanceof CommanderError) return problem.exitCode === 0 ? exitCode.fine : exitCode.usage;
    if (problem instanceof Interrupted) return exitCode.interrupted;
    if (!(problem instanceof UserError)) throw problem;
    explain(problem, context.folder, context.output);
    return problem.code;
  }
}

function createProgram(context: CommandContext, finish: (code: number) => void): Command {
  const { output } = context;
  const program = new Command('hotpath')
    .enablePositionalOptions()
    .description('Shows where the time of one hot path goes, in a ledger whose rows add up.')
    .version(ownVersion())
    .hook('preAction', (_program, command) => refuseSwallowedOption(command))
    .addCommand(runCommand(context, finish))
    .addCommand(verifyCommand(context, finish))
    .addCommand(doctorCommand(context, finish))
    .addCommand(flameCommand(context, finish))
    .addCommand(recordCommand(context, finish))
    .addCommand(attachCommand(context, finish))
    .addCommand(dumpCommand(context, finish))
    .addCommand(topCommand(context, finish))
    .addCommand(functionsCommand(context, finish))
    .addCommand(linesCommand(context, finish))
    .addCommand(floorCommand(context, finish))
    .addCommand(copiesCommand(context, finish))
    .addCommand(errorsCommand(context, finish))
    .addCommand(whatIfCommand(context, finish))
    .addCommand(scoreCommand(context, finish))
    .addCommand(diffCommand(context, finish));
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showHelpAfterError('(--help shows all options)')
      .configureOutput({
        writeOut: (text) => output.out(text),
        writeErr: (text) => output.err(text),
        getOutHelpWidth: () => output.width,
      });
  }
  return program;
}

function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
