import type { OutlinedFunction, OutlinedStatement, ScriptOutline } from '../../model/path/script-outline.js';
import type { FunctionLines, LineUse } from '../../model/profiles/line-profile.js';
import type { FunctionTime } from './time-lines.js';

/** A script as V8 ran it. */
export interface Script {
  readonly outline: ScriptOutline;
  /** Executions of each statement of the outline; null where they were not counted. */
  readonly hits: readonly (Hits | null)[] | null;
  /** The original place of a position, line from 1, column from 0. Null if the script is not generated. */
  readonly original: ((line: number, column: number) => { file: string; line: number } | null) | null;
}

/** Executions of a statement. */
export interface Hits {
  readonly count: number;
  /** Whether it may have run less often. */
  readonly atMost: boolean;
}

/** The original lines of a function with their times. `blurred`: time on generated lines that come from several original lines, in ns. */
export function linesOfFunction(
  file: string,
  script: Script,
  index: number,
  { time, lines }: FunctionTime,
  halfOf: (time: number) => number,
): { readonly lines: FunctionLines; readonly blurred: number } {
  const own = script.outline.functions[index] as OutlinedFunction;
  const place = placer(file, script, own);
  const statements = statementsByOwner(script.outline).get(index) ?? [];
  const uses = new Map<number, { hits: Hits | null; time: number }>();
  const use = (line: number): { hits: Hits | null; time: number } => {
    const known = uses.get(line) ?? { hits: null, time: 0 };
    uses.set(line, known);
    return known;
  };
  for (const [at, { line, column }] of statements)
    use(place.line(line, column)).hits ??= script.hits?.[at] ?? null;
  let blurred = 0;
  for (const [line, ns] of lines) {
    const here = statements.map(([, statement]) => statement).filter((statement) => statement.line === line);
    use(place.line(line, here[0]?.column ?? 1)).time += ns;
    if (new Set(here.map(({ column }) => place.line(line, column))).size > 1) blurred += ns;
  }
  const used = [...uses].map(
    ([line, { hits, time }]): LineUse => ({
      line,
      hits: hits?.count ?? null,
      ...(hits?.atMost && { atMost: true }),
      time,
      half: halfOf(time),
    }),
  );
  return { lines: { name: own.name, ...place.whole(used), time, lines: used.sort(byLine) }, blurred };
}

type Numbered = readonly [index: number, statement: OutlinedStatement];

const grouped = new WeakMap<ScriptOutline, ReadonlyMap<number, readonly Numbered[]>>();

/** The statements of each function of a script with their indices; a script may have tens of thousands of functions. */
function statementsByOwner(outline: ScriptOutline): ReadonlyMap<number, readonly Numbered[]> {
  const known = grouped.get(outline);
  if (known) return known;
  const found = new Map<number, Numbered[]>();
  for (const numbered of outline.statements.entries()) {
    const list = found.get(numbered[1].owner);
    if (list) list.push(numbered);
    else found.set(numbered[1].owner, [numbered]);
  }
  grouped.set(outline, found);
  return found;
}

function byLine(a: LineUse, b: LineUse): number {
  return a.line - b.line;
}

/** Maps the lines of a function to original lines. */
function placer(
  file: string,
  { original }: Script,
  own: Pick<OutlinedFunction, 'line' | 'column' | 'endLine'>,
): {
  line(line: number, column: number): number;
  whole(used: readonly LineUse[]): Pick<FunctionLines, 'file' | 'line' | 'endLine'>;
} {
  const first = original?.(own.line, own.column - 1);
  if (!original || !first)
    return { line: (line) => line, whole: () => ({ file, line: own.line, endLine: own.endLine }) };
  return {
    line(line, column) {
      const written = original(line, column - 1);
      return written && written.file === first.file ? written.line : first.line;
    },
    whole(used) {
      const last = original(own.endLine, 0);
      const end = last && last.file === first.file ? last.line : first.line;
      return {
        file: first.file,
        line: Math.min(first.line, ...used.map(({ line }) => line)),
        endLine: Math.max(first.line, end, ...used.map(({ line }) => line)),
      };
    },
  };
}
