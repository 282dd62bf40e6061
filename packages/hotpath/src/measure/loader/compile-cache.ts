import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edit } from '../../instrument/edits/compile.js';
import type { ModuleFormat } from './module-format.js';

/** A compiled file. */
export interface CompiledSource {
  readonly format: ModuleFormat;
  readonly code: string;
  /** Export names of a CommonJS module for `import { … }`; empty for modules. */
  readonly exports: readonly string[];
}

export type CompileFile = (
  file: string,
  text: string,
  edits: readonly Edit[],
  runtime: string,
) => CompiledSource;

/**
 * The compiled form of a file, from the session's cache or compiled now. The compiler is loaded only on a miss: that takes
 * longer than the rest of a fork's start.
 */
export function compiledSource(
  folder: string,
  file: string,
  edits: readonly Edit[],
  runtime: string,
  compiler: CompileFile,
): CompiledSource {
  const text = readFileSync(file, 'utf8');
  const entry = join(folder, cacheKey(file, text, edits, runtime));
  const cached = readEntry(entry);
  if (cached) return cached;
  const made = compiler(file, text, edits, runtime);
  mkdirSync(folder, { recursive: true });
  const partial = `${entry}.${process.pid}.${Math.random()}`;
  writeFileSync(partial, JSON.stringify(made));
  renameSync(partial, entry);
  return made;
}

function cacheKey(file: string, text: string, edits: readonly Edit[], runtime: string): string {
  const hash = createHash('sha256').update(file).update('\0').update(text);
  // Without edits the code does not depend on the variant, so all variants share one entry.
  if (edits.length > 0) hash.update('\0').update(runtime).update(JSON.stringify(edits));
  return `${hash.digest('hex').slice(0, 32)}.json`;
}

function readEntry(file: string): CompiledSource | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CompiledSource;
  } catch {
    return null;
  }
}
