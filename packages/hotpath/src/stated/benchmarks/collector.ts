/** A case of a benchmark file. */
export interface BenchmarkCase {
  /** Names of the groups around it, outermost first, and its own. */
  readonly names: readonly string[];
  /** Why it cannot be a path; null where it can. */
  readonly refused: string | null;
  /** What runs around each operation, as far as it is known before the case is opened. */
  readonly hooks: CaseHooks;
  /** Makes it ready, once for each copy of the path. */
  open(): OpenCase | Promise<OpenCase>;
}

export interface CaseHooks {
  readonly before: boolean;
  readonly after: boolean;
  /** Whether the operation or a hook has to be waited for. */
  readonly isAsync: boolean;
}

export const noHooks: CaseHooks = { before: false, after: false, isAsync: false };

/** A case that is ready to run. */
export interface OpenCase {
  /** One operation. */
  readonly run: () => unknown;
  /** Runs before and after each operation; the library does not time it. */
  readonly before?: Hook | undefined;
  readonly after?: Hook | undefined;
  readonly close: () => unknown;
}

export type Hook = () => unknown;

type NewCase = Pick<BenchmarkCase, 'open'> &
  Partial<Pick<BenchmarkCase, 'refused' | 'hooks'>> & { readonly name: string };

/** Takes the cases that a file registers. */
export interface Collector {
  readonly cases: readonly BenchmarkCase[];
  /** Whether the file has asked a library to run its cases. */
  readonly hasRun: boolean;
  add(own: NewCase): void;
  /** Runs what registers the cases of a group; `name` null: a group that only changes how results are drawn. */
  group(name: string | null, register: () => unknown): unknown;
  ran(): void;
}

export function createCollector(): Collector {
  const cases: BenchmarkCase[] = [];
  const groups: string[] = [];
  let hasRun = false;
  const leave = <T>(name: string | null, result: T): T => {
    if (name !== null) groups.pop();
    return result;
  };
  return {
    cases,
    get hasRun() {
      return hasRun;
    },
    add({ name, refused = null, hooks = noHooks, open }) {
      cases.push({ names: [...groups, name], refused, hooks, open });
    },
    group(name, register) {
      if (name !== null) groups.push(name);
      const result = register();
      return result instanceof Promise ? result.then((value) => leave(name, value)) : leave(name, result);
    },
    ran() {
      hasRun = true;
    },
  };
}

export const nothing = (): void => {};
