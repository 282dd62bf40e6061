import * as nodeModule from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { jobVariable } from './addresses.js';
import { installCommonJs } from './commonjs.js';
import { type HookLogic, type HookSettings, hookLogic, type Resolved } from './hooks.js';
import { preloadCompiler } from './lazy-compiler.js';
import { loadFile, noteOutside, openJob } from './load.js';
import { installMadeCode, looksIntoMadeCode } from './made/install.js';
import type { LoadContext } from './node-20-internals.js';
import { registerInLoader } from './node-20-loader.js';
import { canRequireModules } from './require-module.js';
import { isStoodIn } from './stand-in-libraries.js';

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
  const job = openJob(jobFile);
  const logic = hookLogic(settings);
  const registerThread = (): void =>
    nodeModule.register('./hooks.js', { parentURL: import.meta.url, data: settings });
  const isInPlace = registerInPlace(logic) || registerInLoader(logic, registerThread);
  installCommonJs(
    {
      compile: (file, variant) => loadFile(job, file, variant),
      outside: (file) => noteOutside(job, file),
      standsIn: (request) => isStoodIn(request, job.job.spec),
      // Node asks no hooks thread about ES modules that are required.
      separatesRequired: isInPlace,
    },
    (file) => loadFile(job, file, null).code,
  );
  if (!isInPlace) registerThread();
  if (isMainThread && looksIntoMadeCode(job.job)) installMadeCode(job);
  if (!canRequireModules()) await preloadCompiler();
}

interface SyncHooks {
  resolve(
    specifier: string,
    context: { parentURL?: string | undefined },
    next: (specifier: string, context: object) => Resolved,
  ): Resolved;
  load(url: string, context: LoadContext, next: (url: string, context: object) => object): object;
}

/** False where Node has no such hooks. */
function registerInPlace(logic: HookLogic): boolean {
  const { registerHooks } = nodeModule as { registerHooks?: (hooks: SyncHooks) => void };
  registerHooks?.({
    resolve(requested, context, next) {
      const { specifier, parentUrl } = logic.request(requested, context.parentURL);
      const preferred = logic.preferred(specifier, parentUrl);
      if (preferred !== null) return preferred;
      try {
        return logic.found(next(specifier, { ...context, parentURL: parentUrl }), parentUrl);
      } catch (problem) {
        return logic.missing(specifier, parentUrl, problem);
      }
    },
    load: (url, context, next) => logic.load(url, context.importAttributes?.type) ?? next(url, context),
  });
  return registerHooks !== undefined;
}
