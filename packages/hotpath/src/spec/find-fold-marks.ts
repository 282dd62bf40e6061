import { UserError } from '../errors.js';
import { readRegions } from '../instrument/places/find-regions.js';
import type { ParsedSource } from '../instrument/syntax/parse.js';
import type { FoldMark } from '../model/path/fold-mark.js';
import type { HotPath } from '../model/path/path.js';

/**
 * The marks in loaded sources that make no row. Throws a UserError for a region mark of this kind in a file that the specification names
 * as a source without a pattern, loaded or not: there it is a mistake.
 */
export function findFoldMarks(path: HotPath, sources: readonly ParsedSource[]): FoldMark[] {
  return sources.flatMap((source) => {
    const { onlyFolds } = readRegions(source);
    const [mistake] = onlyFolds.filter(({ isRegionMark }) => isRegionMark);
    if (mistake && path.namedSources?.includes(source.file))
      throw new UserError(
        `${source.file}:${source.lineAt(mistake.start)}: ${mistake.why}`,
        `${mistake.hint} For a fold that is no row, write \`// region\` and \`// endregion\`.`,
      );
    if (!path.loaded.includes(source.file)) return [];
    return onlyFolds.map(({ start, why }) => ({ file: source.file, line: source.lineAt(start), why }));
  });
}
