import { readFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LoadedModule, splitModule } from './loaded-module.js';
import { hooksFile, splitScript } from './split-script.js';
import { keepFrames } from './unsplit-frames.js';

interface SyncHooks {
  load?(url: string, context: object, nextLoad: (url: string, context: object) => LoadedModule): LoadedModule;
}

/** `node:module`, as far as this Node has it. */
interface Registering {
  register?(url: string | URL, ...rest: readonly unknown[]): unknown;
  registerHooks?(hooks: SyncHooks): { deregister(): void };
}

const registering = nodeModule as unknown as Registering;

/**
 * Splits ES modules by a `load` hook that stays the outermost one. There is none while the program has no hooks, because on Node
 * 20 it would need a thread, unless the program's first file is in need of it.
 */
export function splitImports(folder: string): void {
  const { register, registerHooks } = registering;
  if (!register) return;
  const putOutside = registerHooks ? inPlace(folder, registerHooks) : inThread(folder, register);
  const followed = <T extends (...words: never[]) => unknown>(call: T): T =>
    new Proxy(call, {
      apply(target, self, words) {
        const answer = Reflect.apply(target, self, words);
        putOutside();
        return answer;
      },
    });
  registering.register = followed(register);
  if (registerHooks) registering.registerHooks = followed(registerHooks);
  if (hasLoaderOption() || isSplit(folder, process.argv[1])) putOutside();
}

/** Hooks in place are outside of all those in the thread. */
function inPlace(folder: string, registerHooks: NonNullable<Registering['registerHooks']>): () => void {
  let own: { deregister(): void } | null = null;
  const load: SyncHooks['load'] = (url, context, nextLoad) => {
    const found = nextLoad(url, context);
    const split = splitModule(folder, url, found);
    if (!split) return found;
    keepFrames(url, split.before);
    return { ...found, source: split.text };
  };
  return () => {
    own?.deregister();
    own = registerHooks({ load });
  };
}

function inThread(folder: string, register: NonNullable<Registering['register']>): () => void {
  let times = 0;
  return () => {
    const hooks = `${pathToFileURL(hooksFile)}?${times++}`;
    register.call(nodeModule, hooks, { data: { folder } });
  };
}

/** Whether the command line has hooks, which `module.register` has not seen. */
function hasLoaderOption(): boolean {
  const words = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ');
  return /(^|\s)--(experimental-)?loader\b/.test(words);
}

/** Whether the program's first file, if it is an ES module, would be split. */
function isSplit(folder: string, file: string | undefined): boolean {
  if (file === undefined || file.endsWith('.cjs')) return false;
  try {
    const path = resolve(file);
    return splitScript(folder, path, readFileSync(path, 'utf8'), ['module']) !== null;
  } catch {
    return false;
  }
}
