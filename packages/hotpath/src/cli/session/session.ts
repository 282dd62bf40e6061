import { readEnvironment } from '../../measure/environment.js';
import { createForkMeasurer } from '../../measure/fork-measurer.js';
import type { Measurer } from '../../measure/measurer.js';
import { Interrupted } from '../../measure/run-fork.js';
import type { Policy, Target } from '../../model/measurement/policy.js';
import { type Effort, policies } from '../../plan/effort/policy.js';
import type { Session } from '../../sessions/session.js';
import type { CommandContext } from '../context.js';
import type { SessionOptions } from '../options/session-options.js';
import type { Output } from '../output.js';
import { forkDebug } from './debug.js';
import { progressLine } from './progress-line.js';

export interface SessionSettings {
  readonly effort: Effort;
  readonly seed: number;
  /** How long a fork may be silent, ms. */
  readonly silenceMs: number;
  readonly signal: AbortSignal;
  /** How narrow the total's interval has to be; null or left out: the effort decides. */
  readonly target?: Target | null;
  /** How long the measurement of a path may take, ms; null or left out: no limit. */
  readonly limitMs?: number | null;
  /** How much is measured at each effort; left out: as much as of a path. */
  readonly efforts?: Readonly<Record<Effort, Policy>>;
  /** Changes the policy of the effort; left out: no change. */
  readonly adjustPolicy?: ((policy: Policy) => Policy) | undefined;
}

/** The settings that a user's options ask for. */
export function settingsOf(
  { quick = false, seed, timeout }: SessionOptions,
  { signal, freshSeed, adjustPolicy }: Pick<CommandContext, 'signal' | 'freshSeed' | 'adjustPolicy'>,
): SessionSettings {
  return {
    effort: quick ? 'quick' : 'default',
    seed: seed ?? freshSeed(),
    silenceMs: 1000 * timeout,
    signal,
    adjustPolicy,
  };
}

/** Measures in a session of its own, which shows its progress and is closed afterwards. */
export function withSession<T>(
  file: string,
  settings: SessionSettings,
  output: Output,
  action: (session: Session) => Promise<T>,
): Promise<T> {
  return withSessions(file, [settings], output, ([session]) => action(session as Session));
}

/** Measures in one session for each of several settings; all show their progress in the same line. */
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
      output.err(`hotpath: interrupted before a fork of ${file} had ended; nothing is saved\n`);
    throw problem;
  } finally {
    output.status('');
    for (const { measurer } of opened) measurer.close();
  }
}

function sessionOf(
  measurer: Measurer,
  {
    effort,
    seed,
    target = null,
    limitMs = null,
    efforts = policies,
    adjustPolicy = unchanged,
  }: SessionSettings,
  output: Output,
): Session {
  let startedAt: number | null = null;
  return {
    measurer,
    environment: readEnvironment(),
    policy: adjustPolicy({ ...efforts[effort], target, limitMs }),
    now: () => performance.now(),
    seed,
    progress(state) {
      startedAt ??= performance.now();
      output.status(progressLine(state, performance.now() - startedAt));
    },
  };
}

function unchanged(policy: Policy): Policy {
  return policy;
}
