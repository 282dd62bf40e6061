import { type CommandContext, main } from 'hotpath/cli';

/** An experiment's tables as text, and its data. */
export interface Experiment {
  readonly command: string;
  readonly text: string;
  readonly data: unknown;
}

/** As wide as a page of text. */
const width = 100;

/** Runs a command of hotpath's as a user would, and keeps what it prints. Throws where it fails; it has said why. */
export async function runExperiment(
  words: readonly string[],
  dataFile: string,
  context: CommandContext,
  read: (file: string) => unknown,
): Promise<Experiment> {
  let text = '';
  const output = {
    ...context.output,
    width,
    out: (more: string) => {
      text += more;
    },
  };
  const code = await main([...words, '--json', dataFile], { ...context, output });
  if (code !== 0) throw new ExperimentFailed(code);
  return { command: `npx hotpath ${words.join(' ')}`, text: text.trim(), data: read(dataFile) };
}

/** With the exit code of the command that failed. */
export class ExperimentFailed extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`an experiment ended with exit code ${code}`);
    this.code = code;
  }
}
