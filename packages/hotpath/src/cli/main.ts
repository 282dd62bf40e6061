import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { exitCode, UserError } from '../errors.js';
import { Interrupted } from '../measure/run-fork.js';
import { commands, type ListedCommand } from './commands/index.js';
import type { CommandContext } from './context.js';
import { explain } from './explain.js';
import { refuseSwallowedOption } from './options/swallowed-option.js';

/**
 * Runs the command line `words` (without node and script) and gives its exit code. Whatever it needs of the process comes from
 * `context`, so that tests can call it. Throws only when hotpath itself is at fault.
 */
export async function main(words: readonly string[], context: CommandContext): Promise<number> {
  let code: number = exitCode.fine;
  const finish = (given: number): void => {
    code = given;
  };
  try {
    const program = await createProgram(words, context, finish);
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

async function createProgram(
  words: readonly string[],
  context: CommandContext,
  finish: (code: number) => void,
): Promise<Command> {
  const { output } = context;
  const program = new Command('hotpath')
    .enablePositionalOptions()
    .description('Shows where the time of one hot path goes, in a ledger whose rows add up.')
    .version(ownVersion())
    .hook('preAction', (_program, command) => refuseSwallowedOption(command));
  const named = words.find((word) => commands.some(({ name }) => name === word));
  for (const listed of commands) {
    const isUsed = listed.name === named;
    program.addCommand(isUsed ? (await listed.load())(context, finish) : listedOnly(listed));
  }
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

/** A command that is not used: it is only listed. */
function listedOnly({ name, parameters, description }: ListedCommand): Command {
  const command = new Command(name).description(description);
  return parameters === '' ? command : command.arguments(parameters);
}

function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
