import { InvalidArgumentError } from 'commander';

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('It must be a whole number of at most nine digits.');
  return Number(text);
}

/** Seconds. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0) || value > 86_400)
    throw new InvalidArgumentError('It must be a number of seconds above 0 and at most 86400.');
  return value;
}

/** A share, 0 to 1, from a percentage with or without the sign. */
export function share(text: string): number {
  const value = Number(text.replace(/%$/, ''));
  if (!(value > 0) || value >= 100)
    throw new InvalidArgumentError('It must be a percentage above 0 and below 100, such as 2%.');
  return value / 100;
}

/** Samples a second; above the limit V8 takes fewer than requested. */
export function samplingRate(text: string): number {
  const value = Number(text);
  if (!(value >= 1) || value > 100_000)
    throw new InvalidArgumentError('It must be a number from 1 to 100000.');
  return value;
}

export function processNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text))
    throw new InvalidArgumentError('It must be a process id; `pgrep -a node` lists them.');
  return Number(text);
}

const msOf: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const longestMs = 86_400_000;

/** Milliseconds, from 10 (seconds), 10s, 500ms, 2m or 1h. */
export function duration(text: string): number {
  const [, amount = '', unit = 's'] = /^(\d+(?:\.\d+)?) ?(ms|s|m|h)?$/.exec(text) ?? [];
  const ms = amount === '' ? 0 : Number(amount) * (msOf[unit] as number);
  if (!(ms >= 1) || ms > longestMs)
    throw new InvalidArgumentError('It must be a time such as 10s, 500ms or 2m, and at most a day.');
  return ms;
}

/** Like `duration`; `unlimited` gives Infinity. */
export function durationOrUnlimited(text: string): number {
  return text === 'unlimited' ? Number.POSITIVE_INFINITY : duration(text);
}

/** A regular expression that ignores case. */
export function pattern(text: string): RegExp {
  try {
    return new RegExp(text, 'i');
  } catch {
    throw new InvalidArgumentError('It must be a regular expression.');
  }
}
