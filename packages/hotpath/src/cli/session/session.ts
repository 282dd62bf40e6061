import { readEnvironment } from '../../measure/environment.js';
import { createForkMeasurer } from '../../measure/fork-measurer.js';
import type { Measurer } from '../../measure/measurer.js';
import { Interrupted } from '../../measure/run-fork.js';
import type { Policy, Target } from '../../model/measurement/policy.js';
import { type Effort, policies } from '../../plan/policy.js';
import type { Session } from '../../sessions/session.js';
import type { Surroundings } from '../commands/run.js';
import type { Output } from '../output.js';
import { forkDebug } from './debug.js';
import { progressLine } from './progress-line.js';

export interface SessionSettings {
  readonly effort: Effort;
  readonly seed: number;
  /** How long a fork may be silent, ms. */
  readonly silenceMs: number;
  readonly signal: AbortSignal;
  /** How narrow the total's interval shall be; null or left out: as the effort makes it. */
  readonly target?: Target | null;
  /** How long the measurement of a path may take, ms; null or left out: as long as its replicates do. */
  readonly limitMs?: number | null;
  /** How much is measured at each effort; as much as of a path where nothing is said. */
  readonly efforts?: Readonly<Record<Effort, Policy>>;
}

/** What commands let their users say of a session. */
export interface SessionOptions {
  readonly quick?: boolean;
  readonly seed?: number;
  /** How long a fork may be silent, s. */
  readonly timeout: number;
}

/** A session as its user wants it. */
export function settingsOf(
  { quick = false, seed, timeout }: SessionOptions,
  { signal, freshSeed }: Pick<Surroundings, 'signal' | 'freshSeed'>,
): SessionSettings {
  return {
    effort: quick ? 'quick' : 'default',
    seed: seed ?? freshSeed(),
    silenceMs: 1000 * timeout,
    signal,
  };
}

/** Measures with a session of its own, which shows its progress and is closed behind it. */
export function withSession<T>(
  file: string,
  settings: SessionSettings,
  output: Output,
  action: (session: Session) => Promise<T>,
): Promise<T> {
  return withSessions(file, [settings], output, ([session]) => action(session as Session));
}

/** Measures with a session for each of several settings, which show their progress in one line. */
export async function withSessions<T>(
  file: string,
  all: readonly SessionSettings[],
  output: Output,
  action: (sessions: readonly Session[]) => Promise<T>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<T> {
  const debug = forkDebug(env, output);
  const opened = all.map((settings) => {
    const { signal, silenceMs } = settings;
    return { settings, measurer: createForkMeasurer({ signal, silenceMs, debug }) };
  });
  try {
    output.status(`${file}: reading the path …`);
    return await action(opened.map(({ settings, measurer }) => sessionOf(measurer, settings, output)));
  } catch (problem) {
    if (problem instanceof Interrupted)
      output.err(`hotpath: interrupted before a process of ${file} had ended; nothing of it is kept\n`);
    throw problem;
  } finally {
    output.status('');
    for (const { measurer } of opened) measurer.close();
  }
}

function sessionOf(
  measurer: Measurer,
  { effort, seed, target = null, limitMs = null, efforts = policies }: SessionSettings,
  output: Output,
): Session {
  let began: number | null = null;
  return {
    measurer,
    environment: readEnvironment(),
    policy: { ...efforts[effort], target, limitMs },
    now: () => performance.now(),
    seed,
    progress(state) {
      began ??= performance.now();
      output.status(progressLine(state, performance.now() - began));
    },
  };
}
