import type { Edit } from '../instrument/edits/compile.js';
import type { WarmUpGoal } from '../model/measurement/pilot.js';
import type { Dose } from '../model/measurement/verification.js';

/** Whether a probe only counts and nests, reads the clock, or reads the time off the processor. */
export type ProbeUse = 'trace' | 'span' | 'wait' | 'mark';

/** One copy of the path in a fork, and where its probes go. */
export interface VariantJob {
  readonly id: string;
  readonly kind:
    | 'base'
    | 'twin'
    | 'timer'
    | 'run'
    | 'wait-timer'
    | 'span'
    | 'wait'
    | 'repeat'
    | 'skip'
    | 'replace'
    | 'trace'
    | 'operation'
    | 'other';
  /** Which of the specification's operations it runs; null: the path. */
  readonly operation: string | null;
  /** What it is loaded from, and whether it is awaited; null: as the job says. */
  readonly other: { readonly spec: string; readonly async: boolean } | null;
  /** What is done to its files, by absolute path. */
  readonly edits: Readonly<Record<string, readonly Edit[]>>;
  /** By probe index: what the probe does. */
  readonly uses: Readonly<Record<number, ProbeUse>>;
  /** Indexes of probes whose function may be suspended (async, generator). */
  readonly suspends: readonly number[];
  /** Index at which the code finds whom to tell of suspensions; null where it does not tell. */
  readonly turns: number | null;
  /** Indexes of probes whose place may run inside itself. */
  readonly recursive: readonly number[];
}

interface JobBase {
  /** Absolute path of the specification. */
  readonly spec: string;
  /** Folder of compiled sources, shared by the forks of a session. */
  readonly cache: string;
  readonly variants: readonly VariantJob[];
}

/** Load the specification and say what it is and which files it loaded (written to `loadedList`, one a line). */
export interface InspectJob extends JobBase {
  readonly task: 'inspect';
  readonly loadedList: string;
}

/** Run some operations with every place probed, and say which place ran inside which. */
export interface TraceJob extends JobBase {
  readonly task: 'trace';
  readonly operations: number;
  readonly budgetMs: number;
}

/** Run two copies of the untouched path and note how far the second came when; V8's log tells what it compiled meanwhile. */
export interface PilotJob extends JobBase {
  readonly task: 'pilot';
  readonly async: boolean;
  readonly waits: boolean;
  readonly budgetMs: number;
}

/** How long a variant is warmed up before it is measured. */
export interface WarmUp {
  readonly warmUpMs: number;
  /** It goes on until the goal is reached, for up to so long. */
  readonly warmUpMostMs: number;
  readonly warmUpGoal: WarmUpGoal;
}

/** Warm up, then measure batches of every variant in random order. */
export interface MeasureJob extends JobBase, WarmUp {
  readonly task: 'measure';
  readonly seed: number;
  readonly measureMs: number;
  readonly measureMostMs: number;
  /** Time for which the path, or another, runs on behind its batches with no others between; 0: none. */
  readonly aloneMs: number;
  readonly batchMs: number;
  /** A batch is calm while the yardstick takes at most this many ns; null: judge by the fork's own best. */
  readonly calmNs: number | null;
  /** The same as a factor of the yardstick's best. */
  readonly calm: number;
  readonly async: boolean;
  /** Whether the path waits, such as for another thread: its threads are then kept off the measuring one's processor. */
  readonly waits: boolean;
  /** Whether processors are kept from falling asleep, as the pilot found better. */
  readonly keepsAwake: boolean;
  /** Call-tree edges, `parent node, place, child node`, by which a place's spans are told apart. */
  readonly edges: readonly (readonly [parent: number, place: number, child: number])[];
}

/** Run the untouched path under the CPU profiler. */
export interface SampleJob extends JobBase, WarmUp {
  readonly task: 'sample';
  readonly async: boolean;
  readonly sampleMs: number;
  readonly intervalUs: number;
  /** Operations between two times of settling. */
  readonly operations: number;
}

/** Run the untouched path in batches while V8 counts what runs. */
export interface CountJob extends JobBase {
  readonly task: 'count';
  readonly async: boolean;
  /** In a batch. */
  readonly operations: number;
  readonly budgetMs: number;
}

/** Give doses of known cost to places, one at a time, while each place is timed. */
export interface VerifyJob extends JobBase, WarmUp {
  readonly task: 'verify';
  readonly seed: number;
  readonly async: boolean;
  readonly waits: boolean;
  readonly keepsAwake: boolean;
  readonly edges: MeasureJob['edges'];
  readonly doses: readonly Dose[];
  /** Indexes of the places that are given doses. */
  readonly dosed: readonly number[];
  readonly rounds: number;
  readonly batchMs: number;
}

export type ForkJob = InspectJob | TraceJob | PilotJob | MeasureJob | SampleJob | CountJob | VerifyJob;

/** The phase in which a fork failed; `run` and before are the specification's fault. */
export type Phase = 'load' | 'shape' | 'setup' | 'run' | 'settle' | 'teardown';

/** What a fork tells its parent. */
export type ForkMessage =
  | { readonly type: 'alive'; readonly done: number }
  | { readonly type: 'result'; readonly value: unknown }
  | { readonly type: 'failed'; readonly phase: Phase; readonly message: string };

/** The environment variable that leads a fork, and its worker threads, to the job's file. */
export const jobVariable = 'HOTPATH_JOB';

/** The query by which a module URL says to which variant it belongs. */
export const variantQuery = 'hotpath';

/** The expression by which code of a variant finds its probes. */
export function runtimeExpression(variant: string): string {
  return `globalThis[Symbol.for("hotpath")][${JSON.stringify(variant)}]`;
}
