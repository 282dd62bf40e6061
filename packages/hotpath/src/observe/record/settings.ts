/** Environment variable with the settings for recorded processes: a RecordingSettings as JSON. */
export const settingsVariable = 'HOTPATH_RECORDING';

export interface RecordingSettings {
  /**
   * `sample`: functions. `lines`: functions with lines. `count`: notes which processes V8 counts the calls of. `time`:
   * processor time only, which `sample` and `lines` record as well.
   */
  readonly task: 'sample' | 'lines' | 'count' | 'time';
  /** Folder for the recorded files. */
  readonly folder: string;
  readonly intervalUs: number;
  /** Whether subprocesses are recorded, too. */
  readonly subprocesses: boolean;
  /** Whether V8 may inline functions, as it does without a profiler. */
  readonly inlining: boolean;
  /** Whether texts with several original lines on one line are split by their source maps, so that time by lines is that of original lines. */
  readonly split: boolean;
  /** Pid of the recorded process; 0 before it has started. */
  readonly root: number;
  /** What was added to an environment that the program had made for a thread or process; null where nothing was. */
  readonly added: AddedEnvironment | null;
}

/** Variables that are not the program's, and are taken out again before its first line. */
export interface AddedEnvironment {
  /** NODE_OPTIONS as the program had set it; null if it had not. */
  readonly nodeOptions: string | null;
}

/** File next to the coverage with the pids of the recorded root processes, one per line. */
export const rootsFile = 'roots.txt';

/** File with the worker threads that recorded processes started, as `PID.TID`, one per line. */
export const threadsFile = 'threads.txt';

/** File with the pids of Node processes that the program started and that are not recorded, one per line. */
export const othersFile = 'others.txt';
