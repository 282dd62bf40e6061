import type { HookLogic, Resolved } from './hooks.js';

export type Attributes = Readonly<Record<string, string>>;

/** A module that is being loaded, as Node keeps it by its URL. */
type Job = object;

/** The parts of the loader for ES modules that are required: `getModuleJobForRequire` asks no hooks. */
export interface RequireLoader {
  readonly loadCache: {
    get(url: string, type: string | undefined): Job | undefined;
    set(url: string, type: string | undefined, job: Job): void;
  };
  getModuleJobForRequire(specifier: string, parentUrl: string | undefined, attributes: Attributes): Job;
}

export interface JobMaker {
  compileSourceTextModule(url: string, source: string, loader: RequireLoader): object;
  readonly ModuleJobSync: new (
    loader: RequireLoader,
    url: string,
    attributes: Attributes,
    module: object,
    isMain: boolean,
    inspectBrk: boolean,
  ) => Job;
}

/** Lets modules that a required ES module imports go through our hooks, as those that an imported one imports. */
export function installRequire(
  loader: RequireLoader,
  { compileSourceTextModule, ModuleJobSync }: JobMaker,
  resolve: (specifier: string, parentUrl: string | undefined, attributes: Attributes) => Resolved,
  load: HookLogic['load'],
): void {
  const original = loader.getModuleJobForRequire;
  loader.getModuleJobForRequire = (specifier, parentUrl, attributes) => {
    const { url } = resolve(specifier, parentUrl, attributes);
    const isLoaded = loader.loadCache.get(url, attributes.type) !== undefined;
    const ours = isLoaded ? null : load(url, attributes.type);
    if (ours === null) return original.call(loader, url, parentUrl, attributes);
    const module = compileSourceTextModule(url, ours.source, loader);
    const job = new ModuleJobSync(loader, url, attributes, module, false, false);
    loader.loadCache.set(url, attributes.type, job);
    return job;
  };
}
