import type { CommandContext } from '../context.js';
import { writeNamedFile } from './write-named-file.js';

/** The two forms of a command's results. */
export interface Results {
  readonly text: () => string;
  readonly json: () => string;
}

/** Prints the text, and writes the JSON to the file of `--json`; for the file "-", prints the JSON instead of the text. */
export function printResults(
  { text, json }: Results,
  jsonFile: string | undefined,
  { output, folder }: Pick<CommandContext, 'output' | 'folder'>,
): void {
  if (jsonFile === '-') {
    output.out(json());
    return;
  }
  output.out(text());
  if (jsonFile !== undefined) writeNamedFile(jsonFile, json(), folder);
}
