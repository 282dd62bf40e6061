import { type Collector, nothing } from './collector.js';
import { noResult } from './no-result.js';

/** Stands in for bench-node. */
export function benchNodeStandIn(collector: Collector): Readonly<Record<string, unknown>> {
  class Suite {
    add(name: string, ...rest: readonly unknown[]): this {
      const run = rest.at(-1) as (timer?: unknown) => unknown;
      const refused =
        run.length > 0
          ? 'it times itself (it takes `timer`), and which part of it is timed cannot be known'
          : null;
      collector.add({ name, refused, open: () => ({ run: () => run(), close: nothing }) });
      return this;
    }

    async run(): Promise<object[]> {
      collector.ran();
      return collector.cases.map(noResult);
    }
  }
  const reports = ['chartReport', 'textReport', 'htmlReport', 'jsonReport', 'csvReport', 'prettyReport'];
  return { Suite, ...Object.fromEntries(reports.map((name) => [name, nothing])) };
}
