import type { OutlinedFunction, OutlinedStatement, ScriptOutline } from '../../model/path/script-outline.js';
import type { FunctionLines, LineUse } from '../../model/profiles/line-profile.js';
import type { FunctionTime } from './time-lines.js';

/** A script as V8 ran it. */
export interface Script {
  readonly outline: ScriptOutline;
  /** Executions of each statement of the outline; null where they were not counted. */
  readonly hits: readonly (Hits | null)[] | null;
  /** The original place of a position, line from 1, column from 0. Null if the script is not generated. */
  readonly original: ((line: number, column: number) => Place | null) | null;
  /** Whether a statement begins on a line of an original file: compiled code has statements that nobody wrote. Without it, all are taken for written. */
  readonly isWritten?: (place: Place) => boolean;
  /** Whether it was made from a file of its own name: what has no place in that file has none to be shown at. */
  readonly replacesItsFile?: boolean;
}

/** A line of an original file. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Executions of a statement. */
export interface Hits {
  readonly count: number;
  /** Whether it may have run less often. */
  readonly atMost: boolean;
}

/** The original lines of a function with their times; null where it has no place to be shown at. `blurred`: time on generated lines that come from several original lines, in ns. */
export function linesOfFunction(
  file: string,
  script: Script,
  index: number,
  { time, lines }: FunctionTime,
  halfOf: (time: number) => number,
): { readonly lines: FunctionLines; readonly blurred: number } | null {
  const own = script.outline.functions[index] as OutlinedFunction;
  const statements = statementsByOwner(script.outline).get(index) ?? [];
  const place = placer(file, script, [own, ...statements.map(([, statement]) => statement)]);
  if (!place) return null;
  const uses = new Map<number, { hits: Hits | null; time: number }>();
  const use = (line: number): { hits: Hits | null; time: number } => {
    const known = uses.get(line) ?? { hits: null, time: 0 };
    uses.set(line, known);
    return known;
  };
  for (const [at, { line, column }] of statements) {
    const written = place.line(line, column);
    if (place.isWritten(written)) use(written).hits ??= script.hits?.[at] ?? null;
  }
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

/** Maps the lines of a function to original lines. `places`: the function's own, then those of its statements. */
function placer(
  file: string,
  { original, isWritten, replacesItsFile }: Script,
  places: readonly [OutlinedFunction, ...Pick<OutlinedStatement, 'line' | 'column'>[]],
): {
  line(line: number, column: number): number;
  isWritten(line: number): boolean;
  whole(used: readonly LineUse[]): Pick<FunctionLines, 'file' | 'line' | 'endLine'>;
} | null {
  const [own] = places;
  const first = original && firstPlace(original, places);
  if (!original || !first) {
    if (replacesItsFile) return null;
    const whole = { file, line: own.line, endLine: own.endLine };
    return { line: (line) => line, isWritten: () => true, whole: () => whole };
  }
  return {
    isWritten: (line) => isWritten?.({ file: first.file, line }) ?? true,
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

/** A script may begin with code that comes from no source. */
function firstPlace(
  original: NonNullable<Script['original']>,
  places: readonly Pick<OutlinedStatement, 'line' | 'column'>[],
): Place | null {
  for (const { line, column } of places) {
    const place = original(line, column - 1);
    if (place) return place;
  }
  return null;
}
