import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { Collector } from './collector.js';

const writers = ['writeFile', 'writeFileSync', 'appendFile', 'appendFileSync', 'createWriteStream'] as const;
const promisedWriters = ['writeFile', 'appendFile'] as const;

/**
 * Keeps a benchmark file from doing with results what must not be done with results that it does not have: it writes no files after it has
 * asked for them, does not end the process, and its exceptions end nothing but itself. Returns a function that takes this back.
 */
export function guardLoading(collector: Collector): () => void {
  const { exit } = process;
  const listeners = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  const ignore = (problem: unknown): void => {
    if (!collector.hasRun) for (const listener of listeners) listener(problem, Promise.resolve());
  };
  process.on('unhandledRejection', ignore);
  process.exit = () => {
    throw new Error('the benchmark file ends the process');
  };
  const restore = [replaced(fs, writers, collector), replaced(fs.promises, promisedWriters, collector)];
  syncBuiltinESMExports();
  return () => {
    for (const back of restore) back();
    syncBuiltinESMExports();
    process.exit = exit;
    process.off('unhandledRejection', ignore);
    for (const listener of listeners) process.on('unhandledRejection', listener);
  };
}

function replaced(owner: object, names: readonly string[], collector: Collector): () => void {
  const members = owner as Record<string, (...values: unknown[]) => unknown>;
  const originals = names.map((name) => [name, members[name]] as const);
  for (const [name, original] of originals)
    members[name] = (...values) => {
      if (collector.hasRun) throw new Error('there are no results to write');
      return original?.apply(owner, values);
    };
  return () => {
    for (const [name, original] of originals) if (original) members[name] = original;
  };
}
