type MaybePromise<T> = T | Promise<T>;

type Operations<Context> = Readonly<Record<string, (context: Context) => unknown>>;

/** A path to measure. */
export interface HotPathSpec<Context = unknown> {
  /** The name of the path in reports. */
  readonly name: string;
  /**
   * Glob patterns, relative to the specification, of files whose `// #region NAME` marks become rows. Default: all
   * loaded files outside node_modules.
   */
  readonly sources?: readonly string[];
  /** Functions to add as rows, in any loaded file: `NAME`, `Class.NAME` or `path/suffix.js#NAME`. */
  readonly functions?: readonly string[];
  /**
   * Names of regions that may run several times in a row, although their text does not show it. Their marginal cost is
   * then measured as well.
   */
  readonly repeatable?: readonly string[];
  /**
   * The cheapest code that could replace the path, by name. `hotpath floor` measures it in the same forks. Each function
   * is one operation on the same context.
   */
  readonly floor?: Operations<Context>;
  /** Floors of rows, by the name of the row. */
  readonly rowFloors?: Readonly<Record<string, Operations<Context>>>;
  /** Other operations on the same context, by name. Cost studies (`copies`, `errors`) measure them. */
  readonly operations?: Operations<Context>;
  /**
   * Code to try in place of a region, by the name of the change. `hotpath what-if` measures it in the same forks as the
   * path. `code` is statements in the language of the file. It must declare what the region declares.
   */
  readonly replacements?: Readonly<Record<string, { readonly row: string; readonly code: string }>>;
  /** Runs once before all operations and returns the context. */
  readonly setup?: () => MaybePromise<Context>;
  /** One operation. */
  readonly run: (context: Context) => unknown;
  /** Runs between batches, untimed, so that queues drain. */
  readonly settle?: (context: Context) => MaybePromise<unknown>;
  /** Runs once after all operations. */
  readonly teardown?: (context: Context) => MaybePromise<unknown>;
}

/** Returns its argument. It only gives the specification its types. */
export function defineHotPath<Context>(spec: HotPathSpec<Context>): HotPathSpec<Context> {
  return spec;
}
