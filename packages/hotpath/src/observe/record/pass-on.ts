import childProcess, { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import workerThreads from 'node:worker_threads';
import { type RecordingSettings, settingsVariable } from './settings.js';

type Environment = Record<string, string | undefined>;

/**
 * Gives the settings to threads and processes whose environment the program makes itself, so that they are recorded, or known not to be.
 * The hook takes them out there. `hook` is the option that preloads it. `started` gets the id of each thread that this one starts.
 */
export function passOnSettings(
  settings: RecordingSettings,
  hook: string,
  started: (thread: number) => void,
): void {
  const followed = (env: Environment): Environment => {
    if (env[settingsVariable] !== undefined && env.NODE_OPTIONS?.includes(hook)) return env;
    const nodeOptions = env.NODE_OPTIONS ?? null;
    const own: RecordingSettings = { ...settings, added: { nodeOptions } };
    return {
      ...env,
      NODE_OPTIONS: nodeOptions === null ? hook : `${nodeOptions} ${hook}`,
      [settingsVariable]: JSON.stringify(own),
    };
  };
  followWorkers(followed, started);
  followProcesses(followed);
  syncBuiltinESMExports();
}

/** Takes out what was added to the environment of this thread or process. */
export function takeOut({ added }: RecordingSettings): void {
  if (!added) return;
  delete process.env[settingsVariable];
  if (added.nodeOptions === null) delete process.env.NODE_OPTIONS;
  else process.env.NODE_OPTIONS = added.nodeOptions;
}

function followWorkers(followed: (env: Environment) => Environment, started: (thread: number) => void): void {
  workerThreads.Worker = new Proxy(workerThreads.Worker, {
    construct(target, [file, options, ...rest], newTarget) {
      const { env } = (options ?? {}) as { env?: Environment | symbol };
      const isOwn = typeof env === 'object' && env !== null && env !== process.env;
      const worker = Reflect.construct(
        target,
        [file, isOwn ? { ...options, env: followed(env) } : options, ...rest],
        newTarget,
      );
      started(worker.threadId);
      return worker;
    },
  });
}

/** All ways of `node:child_process` to start a process without waiting for it use this method. */
interface Spawning {
  spawn(options: { envPairs?: string[] }): unknown;
}

function followProcesses(followed: (env: Environment) => Environment): void {
  const prototype = ChildProcess.prototype as unknown as Spawning;
  const { spawn } = prototype;
  prototype.spawn = function (options) {
    const { envPairs } = options;
    return spawn.call(
      this,
      envPairs ? { ...options, envPairs: pairs(followed(fromPairs(envPairs))) } : options,
    );
  };
  for (const name of ['spawnSync', 'execFileSync', 'execSync'] as const)
    childProcess[name] = withEnvironment(childProcess[name] as Call, followed) as never;
}

type Call = (...words: unknown[]) => unknown;

/** The environment is a member of the options, which is the only argument that is an object and no list. */
function withEnvironment(call: Call, followed: (env: Environment) => Environment): Call {
  const changed = (word: unknown): unknown => {
    if (typeof word !== 'object' || word === null || Array.isArray(word)) return word;
    const { env } = word as { env?: Environment };
    return env ? { ...word, env: followed(env) } : word;
  };
  return new Proxy(call, {
    apply: (target, self, words: unknown[]) => Reflect.apply(target, self, words.map(changed)),
  });
}

function fromPairs(envPairs: readonly string[]): Environment {
  return Object.fromEntries(
    envPairs.map((pair) => {
      const at = pair.indexOf('=', 1);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function pairs(env: Environment): string[] {
  return Object.entries(env).map(([name, value]) => `${name}=${value}`);
}
