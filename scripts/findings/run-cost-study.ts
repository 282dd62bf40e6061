import { type CommandContext, main } from 'hotpath/cli';

/** A cost study's tables as text, and its data. */
export interface CostStudy {
  readonly command: string;
  readonly text: string;
  readonly data: unknown;
}

/** As wide as a page of text, terminal cells. */
const width = 100;

/** Runs `hotpath copies` or `hotpath errors` and keeps what it prints. Throws where it fails; it has printed why. */
export async function runCostStudy(
  words: readonly string[],
  dataFile: string,
  context: CommandContext,
  read: (file: string) => unknown,
): Promise<CostStudy> {
  let text = '';
  const output = {
    ...context.output,
    width,
    out: (more: string) => {
      text += more;
    },
  };
  const code = await main([...words, '--json', dataFile], { ...context, output });
  if (code !== 0) throw new CostStudyFailed(code);
  return { command: `npx hotpath ${words.join(' ')}`, text: text.trim(), data: read(dataFile) };
}

/** With the exit code of the command that failed. */
export class CostStudyFailed extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`a cost study ended with exit code ${code}`);
    this.code = code;
  }
}
