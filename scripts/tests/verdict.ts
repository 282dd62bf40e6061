/** What one run of the tests of a file gave. */
export interface FileOutcome {
  file: string;
  passed: number;
  /** Names of the tests that failed; of what else failed in the file, a sentence. */
  failed: readonly string[];
}

export interface RunOutcome {
  files: readonly FileOutcome[];
  /** What was thrown outside of any file. */
  strays: readonly string[];
}

export interface Verdict {
  passed: number;
  failed: readonly string[];
  /** Tests that failed and passed in the second run of their file. */
  passedAgain: readonly string[];
}

/** Where more files fail than this, it is hardly by chance (ADR 28). */
const mostFilesAgain = 3;

const named = ({ file, failed }: FileOutcome): string[] => failed.map((name) => `${file} > ${name}`);

/** The files whose tests deserve a second run; none where nothing failed, or where it is hardly by chance. */
export function filesAgain({ files, strays }: RunOutcome): readonly string[] {
  const failed = files.filter((file) => file.failed.length > 0).map(({ file }) => file);
  return strays.length === 0 && failed.length <= mostFilesAgain ? failed : [];
}

/** A file that was run again counts as it came out then. */
export function verdict(first: RunOutcome, again: RunOutcome | undefined): Verdict {
  const second = new Map(again?.files.map((file) => [file.file, file]));
  const last = first.files.map((file) => second.get(file.file) ?? file);
  const failed = [...last.flatMap(named), ...first.strays, ...(again?.strays ?? [])];
  const still = new Set(failed);
  return {
    passed: last.reduce((sum, file) => sum + file.passed, 0),
    failed,
    passedAgain: first.files.flatMap(named).filter((name) => !still.has(name)),
  };
}
