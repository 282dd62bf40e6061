import { availableParallelism, cpus } from 'node:os';

/** The machine on which absolute numbers hold. */
export interface Environment {
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
}

export function describeEnvironment(): Environment {
  return { node: process.version, processor: cpus()[0]?.model ?? '?', cores: availableParallelism() };
}
