import type { LineProfile } from '../../model/profiles/line-profile.js';
import type { SplitNote } from '../../observe/record/split/split-notes.js';
import type { Counted } from '../../v8/counted.js';

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

/** Threads that ended without telling which exceptions they had, and which texts loaders had made. */
export function endedThreads(counted: readonly Counted[]): string[] {
  const silent = counted.filter(({ thread }) => thread === null).length;
  if (silent === 0) return [];
  const were = silent === 1 ? '1 thread was' : `${silent} threads were`;
  return [
    `${were} ended from outside while executions were counted: hits of what ran there are marked ≤, and those of texts that loaders made are unknown`,
  ];
}

export function withNotes(profile: LineProfile, notes: readonly string[]): LineProfile {
  return notes.length === 0 ? profile : { ...profile, notes: [...(profile.notes ?? []), ...notes] };
}
