import type { Finding } from '../../model/report/finding.js';
import { findingsText } from '../../report/terminal/findings-text.js';
import type { CommandContext } from '../context.js';
import { writeNamedFile } from './write-named-file.js';

/** The two forms of a command's results. */
export interface Results {
  readonly text: () => string;
  readonly json: () => string;
  /** Printed after the text, or to stderr where the JSON is printed. Left out: none. */
  readonly findings?: readonly Finding[];
}

/** Prints the text, and writes the JSON to the file of `--json`; for the file "-", prints the JSON instead of the text. */
export function printResults(
  { text, json, findings = [] }: Results,
  jsonFile: string | undefined,
  { output, folder }: Pick<CommandContext, 'output' | 'folder'>,
): void {
  const found = findingsText(findings, { width: output.width, folder });
  if (jsonFile === '-') {
    output.out(json());
    if (found !== '') output.err(found);
    return;
  }
  output.out(`${text()}${found}`);
  if (jsonFile !== undefined) writeNamedFile(jsonFile, json(), folder);
}
