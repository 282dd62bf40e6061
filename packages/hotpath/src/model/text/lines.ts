/** Ends of lines in ECMAScript (ECMA-262, Line Terminators). V8 counts the same lines. */
const lineEnds = /\r\n|[\n\r\u2028\u2029]/g;

/** The offsets at which the lines of a text start. */
export function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(lineEnds), (end) => end.index + end[0].length)];
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): string[] {
  return text.split(lineEnds);
}

/** A function from offsets into a text to line numbers, counted from 1. */
export function lineIndex(text: string): (offset: number) => number {
  const starts = lineStarts(text);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** The offset at which the next line starts. */
export function afterLineBreak(text: string, at: number): number {
  const end = new RegExp(lineEnds);
  end.lastIndex = at;
  const found = end.exec(text);
  return found ? found.index + found[0].length : text.length;
}
