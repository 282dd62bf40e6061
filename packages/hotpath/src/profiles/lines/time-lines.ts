import type { ScriptOutline } from '../../model/path/script-outline.js';
import type { Frame } from '../../model/profiles/stack-sample.js';
import { functionAt, theScript } from './function-at.js';

/** A stack and its duration, in ns. */
export interface TimedStack {
  /** Innermost first. */
  readonly frames: readonly Frame[];
  readonly ns: number;
}

/** The time of a function including callees, and the same by line, in ns. */
export interface FunctionTime {
  time: number;
  readonly lines: Map<number, number>;
}

/** By file, then by the function's index in its outline. */
export type TimesByFunction = ReadonlyMap<string, ReadonlyMap<number, FunctionTime>>;

/**
 * Assigns the time of each stack to the lines of all functions in it. A recursive function counts only at its outermost
 * call, so that the times of its lines add up to the time of the function.
 */
export function timeLines(
  stacks: readonly TimedStack[],
  outlineOf: (file: string) => ScriptOutline | null,
): TimesByFunction {
  const files = new Map<string, Map<number, FunctionTime>>();
  for (const { frames, ns } of stacks) {
    const seen = new Set<FunctionTime>();
    for (const [index, { file, line }] of [...frames.entries()].reverse()) {
      const outline = outlineOf(file);
      if (!outline) continue;
      const time = entry(files, file, functionOf(outline, frames, index));
      if (seen.has(time)) continue;
      seen.add(time);
      time.time += ns;
      time.lines.set(line, (time.lines.get(line) ?? 0) + ns);
    }
  }
  return files;
}

/**
 * The function of a frame. Some loaders wrap a whole module into one more function without a name, which the script calls: their frames
 * look alike.
 */
function functionOf(outline: ScriptOutline, frames: readonly Frame[], index: number): number {
  const frame = frames[index] as Frame;
  const own = functionAt(outline, frame.name, frame.line);
  const [called, caller] = [frames[index - 1], frames[index + 1]];
  const isWrapper =
    frame.name === '' &&
    called?.name === '' &&
    called.file === frame.file &&
    caller?.file.startsWith('node:') &&
    functionAt(outline, called.name, called.line) === own;
  return isWrapper ? theScript : own;
}

function entry(files: Map<string, Map<number, FunctionTime>>, file: string, index: number): FunctionTime {
  const functions = files.get(file) ?? new Map<number, FunctionTime>();
  files.set(file, functions);
  const time = functions.get(index) ?? { time: 0, lines: new Map() };
  functions.set(index, time);
  return time;
}
