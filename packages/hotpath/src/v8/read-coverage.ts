import type { ProfiledFunction } from '../model/profiles/profile.js';
import { lineStarts } from '../model/text/lines.js';

/** V8's precise coverage as Node writes it for NODE_V8_COVERAGE: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-ScriptCoverage */
export interface Coverage {
  readonly result: readonly ScriptCoverage[];
}

export interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    /** The first is the function itself; offsets are UTF-16 units of the script. */
    readonly ranges: readonly {
      readonly startOffset: number;
      readonly endOffset: number;
      readonly count: number;
    }[];
  }[];
}

/** How often a function was called; null where no coverage has it. */
export type CallCounter = (called: ProfiledFunction) => number | null;

interface Counted {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  count: number;
}

/**
 * Sums the calls of several processes and threads. `textOf` gives a script's text by its URL, null where it is unavailable.
 * Profiles have the place of a function's parameters, coverage that of the function itself: the function is the innermost one
 * of its name around that place, or one that starts there, because V8 names some functions after what they are assigned to.
 */
export function callCounter(
  coverages: readonly Coverage[],
  textOf: (url: string) => string | null,
): CallCounter {
  const scripts = new Map<string, Map<string, Counted>>();
  for (const script of coverages.flatMap(({ result }) => result)) addScript(scripts, script);
  const starts = new Map<string, readonly number[] | null>();
  const startsOf = (url: string): readonly number[] | null => {
    const known = starts.get(url);
    if (known !== undefined) return known;
    const text = textOf(url);
    const found = text === null ? null : lineStarts(text);
    starts.set(url, found);
    return found;
  };
  return ({ name, file, line, column }) => {
    const counted = scripts.get(file);
    const start = startsOf(file)?.[line - 1];
    if (!counted || start === undefined || column < 1) return null;
    const place = start + column - 1;
    let innermost: Counted | null = null;
    for (const one of counted.values()) {
      if ((one.name !== name && place !== one.start) || place < one.start || place >= one.end) continue;
      if (!innermost || one.end - one.start < innermost.end - innermost.start) innermost = one;
    }
    return innermost?.count ?? null;
  };
}

function addScript(scripts: Map<string, Map<string, Counted>>, { url, functions }: ScriptCoverage): void {
  const counted = scripts.get(url) ?? new Map<string, Counted>();
  scripts.set(url, counted);
  for (const { functionName, ranges } of functions) {
    const [whole] = ranges;
    if (!whole) continue;
    const key = `${whole.startOffset}:${whole.endOffset}`;
    const known = counted.get(key);
    if (known) known.count += whole.count;
    else
      counted.set(key, {
        name: functionName,
        start: whole.startOffset,
        end: whole.endOffset,
        count: whole.count,
      });
  }
}
