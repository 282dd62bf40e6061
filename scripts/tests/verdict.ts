/** The result of one run of a test file. */
export interface FileOutcome {
  file: string;
  passed: number;
  /** Names of failed tests, and messages of errors outside of a test. */
  failed: readonly string[];
}

export interface RunOutcome {
  files: readonly FileOutcome[];
  /** Errors that belong to no file. */
  strays: readonly string[];
}

export interface Verdict {
  passed: number;
  failed: readonly string[];
  /** Tests that failed first and passed when their file ran again. */
  passedAgain: readonly string[];
}

/** More failed files than this are hardly chance (ADR 28). */
const mostFilesAgain = 3;

const named = ({ file, failed }: FileOutcome): string[] => failed.map((name) => `${file} > ${name}`);

/** The files to run again; none when nothing failed, or when the failures are hardly chance. */
export function filesAgain({ files, strays }: RunOutcome): readonly string[] {
  const failed = files.filter((file) => file.failed.length > 0).map(({ file }) => file);
  return strays.length === 0 && failed.length <= mostFilesAgain ? failed : [];
}

/** Only the second run counts for a file that ran again. */
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
