import { exitCode } from '../../errors.js';
import { linesJson } from '../../report/json/lines-json.js';
import { rowCheck } from '../../report/tables/row-check.js';
import { slowDownText } from '../../report/text/slow-down.js';
import { weightText } from '../../report/text/weight-text.js';
import { measureLines, type PathLines, sampleLines, spanLines } from '../../sessions/measure-lines.js';
import { findSpec } from '../../spec/find-spec.js';
import type { Surroundings } from '../commands/run.js';
import { writeNamedFile } from '../files/measurement-file.js';
import { settingsOf, withSession } from '../session/session.js';
import { type LineChoice, lineTables } from './line-tables.js';

export interface PathLineOptions extends LineChoice {
  readonly spans?: string;
  readonly ledger: boolean;
  readonly quick?: boolean;
  readonly seed?: number;
  readonly timeout: number;
  readonly json?: string;
}

/** Prints a path's lines. */
export async function pathLines(
  name: string,
  options: PathLineOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { folder, output, signal } = surroundings;
  const file = findSpec(name, folder);
  const settings = settingsOf(options, surroundings);
  const found = await withSession(file, settings, output, (session) => {
    if (options.spans !== undefined) return spanLines(file, options.spans, session);
    return options.ledger ? measureLines(file, session) : sampleLines(file, session);
  });
  if (options.json === '-') output.out(linesJson(found.profile));
  else output.out(text(found, options, surroundings));
  if (options.json !== undefined && options.json !== '-')
    writeNamedFile(options.json, linesJson(found.profile));
  return signal.aborted ? exitCode.interrupted : exitCode.fine;
}

function text(
  { name, profile, ledger, slowDown }: PathLines,
  options: PathLineOptions,
  surroundings: Surroundings,
): string {
  const whole = `${name}: ${weightText(profile.total, 'nanoseconds')} an operation`;
  const choice = { ...options, ...(options.spans !== undefined && { filter: /(?:)/ }) };
  const tables = lineTables(profile, choice, ' an operation', surroundings);
  if (options.spans !== undefined) return `${whole}, each line timed by probes of its own\n\n${tables}`;
  const how = `${profile.samples.toLocaleString('en')} samples ${slowDownText(slowDown, 'path')}`;
  const check = ledger && rowCheck(ledger, surroundings.output.width);
  const beside = check
    ? `The ledger's rows (inlining on) and their lines (inlining off), shares of the path:\n${check}\n`
    : '';
  return `${whole}, ${how}\n\n${tables}${beside}`;
}
