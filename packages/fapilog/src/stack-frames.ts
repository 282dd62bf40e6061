import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A frame of a stack. Lists of frames start with the innermost one. */
export interface StackFrame {
  /** A path, or a name such as `node:internal/timers`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly function: string;
  /** The source line without indentation; absent if the file cannot be read. */
  readonly code?: string;
}

const MAX_FILES = 64;
const MAX_FILE_BYTES = 1024 * 1024;
/** A longer row is not a frame. The limit keeps the pattern below from searching a huge message. */
const MAX_ROW = 2048;
/** `    at name (file:line:column)` or `    at file:line:column`. */
const FRAME = /^\s+at (?:(.*?) \()?(.+?):(\d+):\d+\)?$/;

const linesOfFile = new Map<string, readonly string[]>();

/** Parses at most `limit` frames of V8's stack text. `header` is the text before the frames, which may look like one. */
export function parseStackFrames(stack: string, header: string, limit: number): readonly StackFrame[] {
  const text = stack.startsWith(header) ? stack.slice(header.length) : stack;
  const frames: StackFrame[] = [];
  for (const row of text.split('\n')) {
    if (frames.length >= limit) break;
    const frame = parseFrame(row);
    if (frame !== undefined) frames.push(frame);
  }
  return frames;
}

function parseFrame(row: string): StackFrame | undefined {
  const match = row.length > MAX_ROW ? null : FRAME.exec(row);
  const location = match?.[2];
  if (match === null || location === undefined) return undefined;
  const file = toPath(location.replace(/^async /, ''));
  const line = Number(match[3]);
  const name = (match[1] ?? '<anonymous>').replace(/^async /, '');
  const code = sourceLine(file, line);
  return code === undefined ? { file, line, function: name } : { file, line, function: name, code };
}

function toPath(location: string): string {
  if (!location.startsWith('file://')) return location;
  try {
    return fileURLToPath(location);
  } catch {
    return location;
  }
}

function sourceLine(file: string, line: number): string | undefined {
  if (file.startsWith('node:')) return undefined;
  let lines = linesOfFile.get(file);
  if (lines === undefined) {
    lines = readLines(file);
    for (const oldest of linesOfFile.keys()) {
      if (linesOfFile.size < MAX_FILES) break;
      linesOfFile.delete(oldest);
    }
    linesOfFile.set(file, lines);
  }
  return lines[line - 1]?.trim();
}

/** Empty if the file cannot be read. The result is cached as well, so a failure costs one attempt. */
function readLines(file: string): readonly string[] {
  try {
    const found = statSync(file);
    if (!found.isFile() || found.size > MAX_FILE_BYTES) return [];
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
