import { Command, CommanderError, InvalidArgumentError } from 'commander';
import {
  type CommandContext,
  exitCode,
  explain,
  positiveNumber,
  processContext,
  refuseSwallowedOption,
  UserError,
  wholeNumber,
} from 'hotpath/cli';
import { CostStudyFailed } from '../findings/run-cost-study.js';
import { budgets, type ProfileOptions, profile } from './profile.js';
import { type Mode, modes } from './subject-parts.js';

function createProgram(context: CommandContext, finish: (code: number) => void): Command {
  const { output } = context;
  const described = Object.entries(modes).map(([name, meaning]) => `  ${name.padEnd(12)}${meaning}`);
  return new Command('npm run profile --')
    .description('Measures where the time of a log call goes, for the paths of fapilog and for pino.')
    .option('--output <file>', 'where to write the report as JSON', 'profile_results.json')
    .option('--quick', 'fewer forks and shorter measurement: wider intervals')
    .option('--routes', 'show the estimate of each route next to the reconciled one')
    .option('--subject <name...>', 'only these subjects, such as fapilog.info (default: all)')
    .option('--mode <mode>', 'what to do, see below (default: findings; ledger with --subject)', parseMode)
    .option('--budget <seconds>', budgetMeaning, positiveNumber)
    .option('--seed <number>', 'seed of all random order (default: from the clock)', wholeNumber)
    .option('--from <file>', 'measure nothing: write the findings document again from its JSON')
    .addHelpText('after', `\nModes:\n${described.join('\n')}`)
    .hook('preAction', (command) => refuseSwallowedOption(command))
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.out(text), writeErr: (text) => output.err(text) })
    .action(async (options: ProfileOptions) => finish(await profile(options, context)));
}

const budgetMeaning = `time limit; a slow machine measures fewer replicates (default: for findings ${budgets.default}, with --quick ${budgets.quick}; otherwise none)`;

function parseMode(text: string): Mode {
  if (!Object.hasOwn(modes, text))
    throw new InvalidArgumentError(`It must be one of ${Object.keys(modes).join(', ')}.`);
  return text as Mode;
}

const context = processContext();
try {
  await createProgram(context, (code) => {
    process.exitCode = code;
  }).parseAsync();
} catch (problem) {
  if (problem instanceof UserError) {
    explain(problem, context.folder, context.output);
    process.exitCode = problem.code;
  } else if (problem instanceof CostStudyFailed) process.exitCode = problem.code;
  else if (problem instanceof CommanderError)
    process.exitCode = problem.exitCode === 0 ? exitCode.fine : exitCode.usage;
  else throw problem;
}
