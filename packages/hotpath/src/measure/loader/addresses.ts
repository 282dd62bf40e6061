/** The environment variable by which a fork, and its worker threads, find the job file. */
export const jobVariable = 'HOTPATH_JOB';

/** The query parameter of a module URL that names the variant to which the module belongs. */
export const variantQuery = 'hotpath';

/** The expression by which code of a variant finds its probes. */
export function runtimeExpression(variant: string): string {
  return `globalThis[Symbol.for("hotpath")][${JSON.stringify(variant)}]`;
}

/** The expression by which code finds what `commonjs.ts` offers: the loader may run in another thread. */
export const requireExpression = 'globalThis[Symbol.for("hotpath.require")]';
