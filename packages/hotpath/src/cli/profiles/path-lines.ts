import { exitCode } from '../../errors.js';
import { linesJson } from '../../report/json/lines-json.js';
import { rowCheck } from '../../report/tables/row-check.js';
import { slowDownText } from '../../report/text/slow-down.js';
import { weightText } from '../../report/text/weight-text.js';
import { measureLines, type PathLines, sampleLines, spanLines } from '../../sessions/measure-lines.js';
import type { CommandContext } from '../context.js';
import { printResults } from '../files/print-results.js';
import type { SessionOptions } from '../options/session-options.js';
import { settingsOf, withSession } from '../session/session.js';
import { type LineChoice, lineTables } from './line-tables.js';

export interface PathLineOptions extends LineChoice, SessionOptions {
  readonly spans?: string;
  readonly ledger: boolean;
  readonly json?: string;
}

/** Measures the path of a specification and prints its lines. */
export async function pathLines(
  file: string,
  options: PathLineOptions,
  context: CommandContext,
): Promise<number> {
  const { output, signal } = context;
  const settings = settingsOf(options, context);
  const found = await withSession(file, settings, output, (session) => {
    if (options.spans !== undefined) return spanLines(file, options.spans, session);
    return options.ledger ? measureLines(file, session) : sampleLines(file, session);
  });
  const results = {
    text: () => linesText(found, options, context),
    json: () => linesJson(found.profile, found.findings),
    findings: found.findings,
  };
  printResults(results, options.json, context);
  return signal.aborted ? exitCode.interrupted : exitCode.fine;
}

function linesText(
  { name, ledger, slowDown, ...lines }: PathLines,
  options: PathLineOptions,
  context: CommandContext,
): string {
  const { profile } = lines;
  const whole = `${name}: ${weightText(profile.total, 'nanoseconds')} an operation`;
  const choice = { ...options, ...(options.spans !== undefined && { filter: /(?:)/ }) };
  const tables = lineTables(lines, choice, ' an operation', context);
  if (options.spans !== undefined) return `${whole}, each line timed by its own probes\n\n${tables}`;
  const how = `${profile.samples.toLocaleString('en')} samples ${slowDownText(slowDown, 'path')}`;
  const check = ledger && rowCheck(ledger, context.output.width);
  const comparison = check
    ? `Shares of the path: the ledger's rows (inlining on) and the samples of their lines (inlining off):\n${check}\n`
    : '';
  return `${whole}, ${how}\n\n${tables}${comparison}`;
}
