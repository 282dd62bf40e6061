import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { exitCode, UserError } from '../errors.js';
import { Interrupted } from '../measure/run-fork.js';
import { attachCommand } from './commands/attach.js';
import { copiesCommand } from './commands/copies.js';
import { diffCommand } from './commands/diff.js';
import { dumpCommand } from './commands/dump.js';
import { errorsCommand } from './commands/errors.js';
import { flameCommand } from './commands/flame.js';
import { floorCommand } from './commands/floor.js';
import { functionsCommand } from './commands/functions.js';
import { linesCommand } from './commands/lines.js';
import { recordCommand } from './commands/record.js';
import { runCommand, type Surroundings } from './commands/run.js';
import { scoreCommand } from './commands/score.js';
import { topCommand } from './commands/top.js';
import { verifyCommand } from './commands/verify.js';
import { whatIfCommand } from './commands/what-if.js';
import { refuseSwallowedOption } from './options/swallowed-option.js';
import { explain } from './session/run-specs.js';

/** Runs the command line `words` (without node and script) and gives its exit code. */
export async function main(words: readonly string[], surroundings: Surroundings): Promise<number> {
  let code: number = exitCode.fine;
  const program = createProgram(surroundings, (given) => {
    code = given;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (problem) {
    if (problem instanceof CommanderError) return problem.exitCode === 0 ? exitCode.fine : exitCode.usage;
    if (problem instanceof Interrupted) return exitCode.interrupted;
    if (!(problem instanceof UserError)) throw problem;
    explain(problem, surroundings.folder, surroundings.output);
    return problem.code;
  }
}

function createProgram(surroundings: Surroundings, finish: (code: number) => void): Command {
  const { output } = surroundings;
  const program = new Command('hotpath')
    .enablePositionalOptions()
    .description('Says where the time of one hot path goes: a ledger whose rows add up.')
    .version(ownVersion())
    .hook('preAction', (_program, command) => refuseSwallowedOption(command))
    .addCommand(runCommand(surroundings, finish))
    .addCommand(verifyCommand(surroundings, finish))
    .addCommand(flameCommand(surroundings, finish))
    .addCommand(recordCommand(surroundings, finish))
    .addCommand(attachCommand(surroundings, finish))
    .addCommand(dumpCommand(surroundings, finish))
    .addCommand(topCommand(surroundings, finish))
    .addCommand(functionsCommand(surroundings, finish))
    .addCommand(linesCommand(surroundings, finish))
    .addCommand(floorCommand(surroundings, finish))
    .addCommand(copiesCommand(surroundings, finish))
    .addCommand(errorsCommand(surroundings, finish))
    .addCommand(whatIfCommand(surroundings, finish))
    .addCommand(scoreCommand(surroundings, finish))
    .addCommand(diffCommand(surroundings, finish));
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showHelpAfterError('(--help says more)')
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
