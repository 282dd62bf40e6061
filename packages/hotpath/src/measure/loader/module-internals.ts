import Module from 'node:module';

/** Parts of Node's CommonJS loader that are stable in practice but in no type definition. */
interface ModuleInternals {
  _load(request: string, parent: CommonJsModule | undefined, isMain: boolean): unknown;
  _resolveFilename(
    request: string,
    parent: CommonJsModule | undefined,
    isMain: boolean,
    options?: object,
  ): string;
  _nodeModulePaths(folder: string): string[];
  _extensions: Record<string, ((module: CommonJsModule, file: string) => void) | undefined>;
  _cache: ModuleCache;
  readonly prototype: CommonJsModule;
  new (file: string, parent: CommonJsModule | undefined): CommonJsModule;
}

export interface CommonJsModule {
  filename: string;
  paths: string[];
  exports: unknown;
  loaded: boolean;
  load(file: string): void;
  require(request: string): unknown;
  _compile(code: string, file: string, ...rest: unknown[]): unknown;
}

/** Loaded CommonJS modules by file, as `require.cache` has them. */
export type ModuleCache = Record<string, CommonJsModule | undefined>;

export const internals = Module as unknown as ModuleInternals;
