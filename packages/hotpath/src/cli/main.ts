import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { exitCode, UserError } from '../errors.js';
import { Interrupted } from '../measure/run-fork.js';
import { attachCommand } from './attach.js';
import { copiesCommand } from './copies.js';
import { diffCommand } from './diff.js';
import { dumpCommand } from './dump.js';
import { errorsCommand } from './errors.js';
import { flameCommand } from './flame.js';
import { floorCommand } from './floor.js';
import { functionsCommand } from './functions.js';
import { linesCommand } from './lines.js';
import { recordCommand } from './record.js';
import { runCommand, type Surroundings } from './run.js';
import { explain } from './run-specs.js';
import { scoreCommand } from './score.js';
import { refuseSwallowedOption } from './swallowed-option.js';
import { topCommand } from './top.js';
import { verifyCommand } from './verify.js';
import { whatIfCommand } from './what-if.js';

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
