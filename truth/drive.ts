import { pathToFileURL } from 'node:url';

/** Runs a path for a while, as a benchmark would. Prints the elapsed time and the sums of its spans as JSON. */
const warmUpMs = 400;
const measureMs = 1500;

const spans = (): Record<string, number> =>
  (globalThis as { truthSpans?: Record<string, number> }).truthSpans ?? {};
const { default: path } = (await import(pathToFileURL(process.argv[2] ?? '').href)) as {
  default: { run: () => unknown };
};

async function runFor(ms: number): Promise<number> {
  const start = performance.now();
  do {
    for (let n = 0; n < 20; n++) {
      const result = path.run();
      if (result instanceof Promise) await result;
    }
  } while (performance.now() - start < ms);
  return performance.now() - start;
}

await runFor(warmUpMs);
for (const name of Object.keys(spans())) spans()[name] = 0;
const wholeMs = await runFor(measureMs);
console.log(JSON.stringify({ wholeMs, spans: spans() }));
