import type { LineProfile } from '../../model/profiles/line-profile.js';
import type { SplitNote } from '../../observe/record/split/split-notes.js';

/** What was done to texts so that lines of the source have times of their own, a sentence each. */
export function splitSentences(notes: readonly SplitNote[]): string[] {
  const split = notes.filter(({ left }) => left === null);
  const said = notes.flatMap(({ file, left }) =>
    left === null ? [] : [`${file} ran as it is, without line ends of its source: ${left}`],
  );
  if (split.length === 0) return said;
  const texts = split.length === 1 ? (split[0]?.file as string) : `the texts of ${split.length} files`;
  return [
    ...said,
    `${texts} ran with more line ends, by source maps, so that each line of the source has its own time; --as-is leaves that out`,
  ];
}

export function withNotes(profile: LineProfile, notes: readonly string[]): LineProfile {
  return notes.length === 0 ? profile : { ...profile, notes: [...(profile.notes ?? []), ...notes] };
}
