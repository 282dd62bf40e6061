import * as nodeModule from 'node:module';
import { jobVariable } from './addresses.js';
import { installCommonJs } from './commonjs.js';
import { type HookLogic, type HookSettings, hookLogic } from './hooks.js';
import { loadFile, readJob } from './load.js';
import { registerInLoader } from './node-20-loader.js';

/*
 * Preloaded into forks and their worker threads (--import). Where Node has `module.registerHooks`, hooks run in place. Node 20
 * gets the same through its internal loader, or else a hooks thread (`module.register`). All three call `hooks.ts`.
 */
const jobFile = process.env[jobVariable];
if (jobFile !== undefined) {
  const settings: HookSettings = {
    jobFile,
    ownUrl: new URL('../../index.js', import.meta.url).href,
  };
  const job = readJob(jobFile);
  installCommonJs((file, variant) => loadFile(job, file, variant));
  const logic = hookLogic(settings);
  const registerThread = (): void =>
    nodeModule.register('./hooks.js', { parentURL: import.meta.url, data: settings });
  if (!registerInPlace(logic) && !registerInLoader(logic, registerThread)) registerThread();
}

interface SyncHooks {
  resolve(
    specifier: string,
    context: { parentURL?: string },
    next: (specifier: string, context: object) => { url: string },
  ): { url: string };
  load(url: string, context: object, next: (url: string, context: object) => object): object;
}

/** False where Node has no such hooks. */
function registerInPlace(logic: HookLogic): boolean {
  const { registerHooks } = nodeModule as { registerHooks?: (hooks: SyncHooks) => void };
  registerHooks?.({
    resolve(specifier, context, next) {
      try {
        const found = next(specifier, context);
        return { ...found, url: logic.found(found.url, context.parentURL) };
      } catch (problem) {
        return logic.missing(specifier, context.parentURL, problem);
      }
    },
    load: (url, context, next) => logic.load(url) ?? next(url, context),
  });
  return registerHooks !== undefined;
}
