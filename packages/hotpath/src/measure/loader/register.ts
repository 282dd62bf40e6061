import * as nodeModule from 'node:module';
import { jobVariable } from '../job.js';
import { installCommonJs } from './commonjs.js';
import { type HookSettings, hookLogic } from './hooks.js';
import { loadFile, readJob } from './load.js';

/*
 * Preloaded into forks and their worker threads (--import). Node 20 knows hooks in a thread of their own
 * (module.register), later lines call them in place (module.registerHooks); the decisions are the same.
 */
const jobFile = process.env[jobVariable];
if (jobFile !== undefined) {
  const settings: HookSettings = {
    jobFile,
    ownUrl: new URL('../../index.js', import.meta.url).href,
  };
  const job = readJob(jobFile);
  installCommonJs((file, variant) => loadFile(job, file, variant));
  registerHooks(settings);
}

interface SyncHooks {
  resolve(
    specifier: string,
    context: { parentURL?: string },
    next: (specifier: string, context: object) => { url: string },
  ): { url: string };
  load(url: string, context: object, next: (url: string, context: object) => object): object;
}

function registerHooks(settings: HookSettings): void {
  const inPlace = (nodeModule as { registerHooks?: (hooks: SyncHooks) => void }).registerHooks;
  if (!inPlace) {
    nodeModule.register('./hooks.js', { parentURL: import.meta.url, data: settings });
    return;
  }
  const logic = hookLogic(settings);
  inPlace({
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
}
