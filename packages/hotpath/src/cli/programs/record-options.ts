import { Option } from 'commander';
import { samplingRate } from '../options/option-values.js';

export interface RecordOptions {
  /** Samples a second. */
  readonly rate: number;
  readonly subprocesses?: boolean;
  readonly idle?: boolean;
}

/** Samples a second; ten times as many slow a server by a tenth (docs/adr/0033). */
const usualRate = 100;

/** `--rate`; `scope` is a prefix of its text. */
export function rateOption(rate = usualRate, scope = ''): Option {
  return new Option('--rate <number>', `${scope}samples a second`).argParser(samplingRate).default(rate);
}

/** `--idle`; `scope` is a prefix of its text. */
export function idleOption(scope = ''): Option {
  return new Option('--idle', `${scope}also count the time in which the program is idle`);
}

/** Time between samples, µs. */
export function intervalOf(rate: number): number {
  return Math.max(1, Math.round(1e6 / rate));
}
