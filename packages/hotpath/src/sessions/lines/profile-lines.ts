import { pathStacks } from '../../estimate/samples/path-stacks.js';
import type { LineProfile } from '../../model/profiles/line-profile.js';
import { lineProfile } from '../../profiles/lines/line-profile.js';
import type { Script } from '../../profiles/lines/lines-of-function.js';
import type { TimedStack } from '../../profiles/lines/time-lines.js';
import { openScripts, type Scripts } from '../../source/scripts.js';
import { statementLines } from '../../source/statement-lines.js';
import type { SampledPath } from '../sample-path.js';
import type { Session } from '../session.js';
import { type CountedLines, countedLines } from './counted-lines.js';

/** Lines, and the texts from which they are. */
export interface ProfiledLines {
  readonly profile: LineProfile;
  readonly linesOf: Scripts['linesOf'];
}

/** A path's lines: ns and hits per operation. */
export async function linesOfPath(
  { plan, sampled, batchOperations }: SampledPath,
  { measurer }: Session,
): Promise<ProfiledLines> {
  const { operations, counted } = await measurer.countCalls(plan, batchOperations);
  const stacks = pathStacks(plan, sampled);
  const samples = stacks.reduce((sum, { count }) => sum + count, 0);
  return profileLines(stacks, samples, openScripts(), countedLines(counted, operations));
}

/** The lines of stacks, whose lines are those of `scripts`. `hitsOf` is null where nothing was counted. */
export function profileLines(
  stacks: readonly TimedStack[],
  samples: number,
  scripts: Scripts,
  hitsOf: CountedLines | null,
): ProfiledLines {
  const known = new Map<string, Script | null>();
  const isWritten = writtenStatements(scripts);
  const scriptOf = (file: string): Script | null => {
    const script = scripts.read(file);
    if (!script) return null;
    const { outline, original } = script;
    return {
      outline,
      original: original?.placeOf ?? null,
      hits: hitsOf?.(file, script) ?? null,
      isWritten,
      replacesItsFile: original?.has(file) ?? false,
    };
  };
  const profile = lineProfile(stacks, samples, (file) => {
    const found = known.get(file);
    if (found !== undefined) return found;
    const script = scriptOf(file);
    known.set(file, script);
    return script;
  });
  const notes = scripts.notesOn(known.keys());
  return { profile: notes.length > 0 ? { ...profile, notes } : profile, linesOf: scripts.linesOf };
}

/** Whether a statement begins on a line of a source; of a source that cannot be read or parsed, each line may have one. */
function writtenStatements({ linesOf }: Scripts): NonNullable<Script['isWritten']> {
  const known = new Map<string, ReadonlySet<number> | null>();
  return ({ file, line }) => {
    let lines = known.get(file);
    if (lines === undefined) {
      const text = linesOf(file);
      lines = text && statementLines(file, text.join('\n'));
      known.set(file, lines);
    }
    return lines?.has(line) ?? true;
  };
}
