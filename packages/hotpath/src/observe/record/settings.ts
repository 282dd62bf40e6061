/** Name of the environment variable that tells recorded processes what to do: a RecordingSettings as JSON. */
export const settingsVariable = 'HOTPATH_RECORDING';

export interface RecordingSettings {
  /**
   * To sample the program's functions or its lines, to note whose calls V8 is to count, or nothing but the processor time
   * that all but the counting note.
   */
  readonly task: 'sample' | 'lines' | 'count' | 'time';
  /** Where profiles go. */
  readonly folder: string;
  readonly intervalUs: number;
  /** Whether programs that the program starts are recorded too. */
  readonly subprocesses: boolean;
  /** Whether V8 may inline functions, as it does when nobody looks. */
  readonly inlining: boolean;
  /** The process that is recorded, once there is one; 0 before. */
  readonly root: number;
}

/** Next to the coverage: the numbers of the processes that were started first, one a line. */
export const rootsFile = 'roots.txt';
