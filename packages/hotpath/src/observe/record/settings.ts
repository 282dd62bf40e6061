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
  /** Pid of the recorded process; 0 before it has started. */
  readonly root: number;
}

/** File next to the coverage with the pids of the recorded root processes, one per line. */
export const rootsFile = 'roots.txt';
