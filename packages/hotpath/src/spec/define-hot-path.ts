type MaybePromise<T> = T | Promise<T>;

type Operations<Context> = Readonly<Record<string, (context: Context) => unknown>>;

/** A path to measure. Types only: the value goes through unchanged. */
export interface HotPathSpec<Context = unknown> {
  /** What reports call the path. */
  readonly name: string;
  /**
   * Glob patterns of the files whose `// #region NAME` marks are rows, relative to the specification; by default
   * all that it loads outside node_modules.
   */
  readonly sources?: readonly string[];
  /** Functions to add as rows, in any loaded file: `NAME`, `Class.NAME` or `path/suffix.js#NAME`. */
  readonly functions?: readonly string[];
  /**
   * Names of regions that may run many times in a row without harm, where their text does not show it: their cost is
   * then also had from the growth of the whole.
   */
  readonly repeatable?: readonly string[];
  /**
   * The least that could be done instead of the path, by names: what `hotpath floor` measures beside it. Each is one
   * operation on the same context.
   */
  readonly floor?: Operations<Context>;
  /** The same for rows, by their names. */
  readonly rowFloors?: Readonly<Record<string, Operations<Context>>>;
  /** Other operations on the same context, by names, that experiments measure beside the path. */
  readonly operations?: Operations<Context>;
  /**
   * Code to try in a region's place, by what the change is called: what `hotpath what-if` measures beside the path. The
   * code is statements in the file's own language, and declares what the region declares.
   */
  readonly replacements?: Readonly<Record<string, { readonly row: string; readonly code: string }>>;
  /** Once before all operations; gives the context. */
  readonly setup?: () => MaybePromise<Context>;
  /** One operation. */
  readonly run: (context: Context) => unknown;
  /** Between batches of operations, untimed: lets queues drain. */
  readonly settle?: (context: Context) => MaybePromise<unknown>;
  /** Once after all operations. */
  readonly teardown?: (context: Context) => MaybePromise<unknown>;
}

/** Gives a specification its types. */
export function defineHotPath<Context>(spec: HotPathSpec<Context>): HotPathSpec<Context> {
  return spec;
}
