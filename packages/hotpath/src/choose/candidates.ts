import { findLines, type StatementLine } from '../instrument/places/find-lines.js';
import { functionLabel, statementLabel } from '../instrument/places/place-label.js';
import { outlineScript } from '../instrument/syntax/outline.js';
import { type FunctionNode, isFunction, type ParsedSource, walk } from '../instrument/syntax/parse.js';
import type { OutlinedFunction } from '../model/path/script-outline.js';
import type { ProfiledFunction } from '../model/profiles/profile.js';
import { functionAt } from '../profiles/lines/function-at.js';

/** A function, or the statements of a function that begin on one line, that may become a row. */
export interface Candidate {
  readonly kind: 'function' | 'line';
  readonly file: string;
  /** As that of the row's place. */
  readonly start: number;
  /** How a reader finds it again. */
  readonly name: string;
  /** The function that it is, or to which it belongs: as a profiler names it, and where its place starts. */
  readonly owner: ProfiledFunction;
  readonly functionStart: number;
  /** Whether it is a loop: its inside is not divided. */
  readonly isLoop: boolean;
}

/** The candidates of a source: those around a line in a function of a name, as a profiler reports them, outermost first. */
export type CandidatesAround = (name: string, line: number) => readonly Candidate[];

export function candidatesOf(source: ParsedSource): CandidatesAround {
  const outline = outlineScript(source);
  const functions = functionsOf(source);
  const known = new Map<number, FunctionCandidates>();
  return (name, line) => {
    const index = functionAt(outline, name, line);
    const found = functions[index - 1];
    if (!found) return [];
    const own = known.get(index) ?? inFunction(source, found, outline.functions[index] as OutlinedFunction);
    known.set(index, own);
    return [own.whole, ...untilLoop(own.lines.filter((one) => one.from <= line && line <= one.to))];
  };
}

interface FunctionCandidates {
  readonly whole: Candidate;
  readonly lines: readonly LineCandidate[];
}

interface LineCandidate extends Candidate {
  /** First and last line. */
  readonly from: number;
  readonly to: number;
}

interface FoundFunction {
  readonly node: FunctionNode;
  readonly name: string;
}

/** The functions with a body, in the order of the outline. */
function functionsOf(source: ParsedSource): FoundFunction[] {
  const found: FoundFunction[] = [];
  walk(source.program, (node, parents) => {
    if (isFunction(node) && node.body) found.push({ node, name: functionLabel(source, node, parents) });
    return undefined;
  });
  return found;
}

function inFunction(
  source: ParsedSource,
  { node, name }: FoundFunction,
  outlined: OutlinedFunction,
): FunctionCandidates {
  const { file } = source;
  const owner = { name: outlined.name, file, line: outlined.line, column: outlined.column };
  const same = { file, owner, functionStart: node.start };
  const whole: Candidate = { ...same, kind: 'function', start: node.start, name, isLoop: false };
  const lines = findLines(source, node).map(
    (line): LineCandidate => ({
      ...same,
      kind: 'line',
      start: line.start,
      name: statementLabel(source, line),
      isLoop: isLoop(source, line),
      from: source.lineAt(line.start),
      to: source.lineAt(line.end),
    }),
  );
  return { whole, lines: lines.sort((a, b) => a.from - b.from || b.to - a.to) };
}

function isLoop({ text }: ParsedSource, { start }: StatementLine): boolean {
  return /^(for|while|do)\b/.test(text.slice(start, start + 6));
}

/** What is inside a loop runs once for each turn, so a loop is one candidate. */
function untilLoop(lines: readonly LineCandidate[]): readonly LineCandidate[] {
  const loop = lines.findIndex((line) => line.isLoop);
  return loop === -1 ? lines : lines.slice(0, loop + 1);
}
