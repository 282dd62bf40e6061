/** A line of V8's log (--log-code --log-deopt) as far as it is about code. */
export type CodeLogLine = MarkLine | CreatedLine | InlinedLine | DroppedLine;

/** A fork has marked the beginning or the end of its batches. */
export interface MarkLine {
  readonly kind: keyof typeof codeLogMarks;
}

/** Code was made: bytecode, or a compiler's. */
export interface CreatedLine {
  readonly kind: 'created';
  readonly us: number;
  readonly address: string;
  /** The function's name, a space and its place; the name alone for code without a place. */
  readonly title: string;
  /** Address of what all code of one function shares. */
  readonly shared: string;
  /** The tier's sign; with `o` before it for code of a running loop. */
  readonly tier: string;
}

/** The functions that were inlined into the code that was created last at an address. */
export interface InlinedLine {
  readonly kind: 'inlined';
  readonly address: string;
  /** By what all code of one function shares. Null where the line has no list. */
  readonly functions: ReadonlySet<string> | null;
}

/** Code was discarded (deoptimised). */
export interface DroppedLine {
  readonly kind: 'dropped';
  readonly us: number;
  readonly address: string;
  /** The place of the wrong assumption, then the calls into which it was inlined, innermost first. */
  readonly places: readonly { readonly script: string; readonly line: string }[];
  readonly reason: string;
}

/** Texts of scripts that a fork compiles when its batches begin and end; V8 logs them. */
export const codeLogMarks = { begin: 'hotpath mark: begin', end: 'hotpath mark: end' } as const;

/**
 * Reads a line; null where it is about something else. Fields are separated by commas; commas inside fields are written
 * as \x2C. Formats: V8, src/logging/log.cc.
 */
export function parseCodeLogLine(line: string): CodeLogLine | null {
  if (line.startsWith('code-creation,')) return parseCreated(line);
  if (line.startsWith('code-source-info,')) return parseInlined(line);
  if (line.startsWith('code-deopt,')) return parseDropped(line);
  return /^script-source,\d+,<unknown>,/.test(line) ? parseMark(line) : null;
}

function parseMark(line: string): MarkLine | null {
  if (line.includes(codeLogMarks.end)) return { kind: 'end' };
  return line.includes(codeLogMarks.begin) ? { kind: 'begin' } : null;
}

/** code-creation,KIND,tag,time,address,size,NAME PLACE,function,TIER */
function parseCreated(line: string): CreatedLine {
  const [, , , time, address = '', , title = '', shared = '', tier = ''] = line.split(',');
  return { kind: 'created', us: Number(time), address, title, shared, tier };
}

/** Inlined functions are listed as S<address>S<address>… (LogSourceCodeInformation). */
const inlinedFunctions = /S(0x[0-9a-f]+)/g;

/** code-source-info,address,script,start,end,positions,inlining,functions */
function parseInlined(line: string): InlinedLine {
  const [, address = '', ...rest] = line.split(',');
  const listed = rest.at(-1) ?? '';
  const functions = listed.startsWith('S')
    ? new Set([...listed.matchAll(inlinedFunctions)].map((match) => match[1] as string))
    : null;
  return { kind: 'inlined', address, functions };
}

/** code-deopt,time,size,address,inlining,offset,KIND,<FILE:LINE:COLUMN> inlined at <…>,REASON */
function parseDropped(line: string): DroppedLine {
  const [, time, , address = ''] = line.split(',', 4);
  const [, position = '', reason = ''] = /,(<.*>),([^,]*)$/.exec(line.replaceAll('\\x2C', ';')) ?? [];
  const places = [...position.matchAll(/<([^>]*):(\d+):\d+>/g)].map(([, script, at]) => ({
    script: script as string,
    line: at as string,
  }));
  return { kind: 'dropped', us: Number(time), address, places, reason };
}
