import type { Hits } from '../../profiles/lines/lines-of-function.js';
import { openScripts, type ScriptReader, type ScriptText } from '../../source/scripts.js';
import { isSameCode } from '../../source/written-text.js';
import type { Counted } from '../../v8/counted.js';
import { hitCounter } from './hits.js';

/** The hits of the statements of a script as its file has them; null where its executions were not counted. */
export type CountedLines = (file: string, written: ScriptText) => readonly (Hits | null)[] | null;

/**
 * Hits per operation of a path, whose scripts the loader may have run with other lines than their files have. A statement gets those of
 * the statement that ran for its line.
 */
export function countedLines(counted: readonly Counted[], operations: number): CountedLines {
  const { read } = openScripts(counted.flatMap(({ thread }) => thread?.scripts ?? []));
  const hitsOf = hitCounter(counted, read, operations);
  return (file, written) => {
    const hits = hitsOf(file);
    const ran = read(file);
    if (!hits || !ran) return null;
    if (ran.text === written.text) return hits;
    const byLine = new Map<number, Hits>();
    for (const [at, { line, column }] of ran.outline.statements.entries()) {
      const place = ran.original?.placeOf(line, column - 1);
      const own = place?.file === file ? place.line : line;
      if (!byLine.has(own)) byLine.set(own, hits[at] as Hits);
    }
    return written.outline.statements.map(({ line }) => byLine.get(line) ?? null);
  };
}

/**
 * The hits of the statements of scripts as they ran while a program was sampled. Null for a script that ran with another text while it
 * was counted. `sampledScript` reads the scripts of that run.
 */
export function recordedLines(counted: readonly Counted[], sampledScript: ScriptReader): CountedLines {
  const scripts = counted.flatMap(({ thread }) => thread?.scripts ?? []);
  const { read } = openScripts(scripts, sampledScript);
  const hitsOf = hitCounter(counted, read, 1);
  return (file, sampled) => (isSameCode(read(file)?.text ?? '', sampled.text) ? hitsOf(file) : null);
}
