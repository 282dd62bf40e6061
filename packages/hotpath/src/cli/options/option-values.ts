import { InvalidArgumentError } from 'commander';

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('It must be a whole number of at most nine digits.');
  return Number(text);
}

export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0) || value > 86_400)
    throw new InvalidArgumentError('It must be a number of seconds above 0 and up to 86400.');
  return value;
}

/** A share given in per cent, with or without the sign. */
export function share(text: string): number {
  const value = Number(text.replace(/%$/, ''));
  if (!(value > 0) || value >= 100)
    throw new InvalidArgumentError('It must be a number of per cent, such as 2%.');
  return value / 100;
}

/** Samples a second: V8 takes no more than it has microseconds. */
export function samplingRate(text: string): number {
  const value = Number(text);
  if (!(value >= 1) || value > 100_000)
    throw new InvalidArgumentError('It must be a number from 1 to 100000.');
  return value;
}

export function processNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text))
    throw new InvalidArgumentError("It must be a process's number: `pgrep -a node` lists them.");
  return Number(text);
}

const msOf: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const longestMs = 86_400_000;

/** Milliseconds: 10, 10s, 500ms, 2m, 1h. */
export function duration(text: string): number {
  const [, amount = '', unit = 's'] = /^(\d+(?:\.\d+)?) ?(ms|s|m|h)?$/.exec(text) ?? [];
  const ms = amount === '' ? 0 : Number(amount) * (msOf[unit] as number);
  if (!(ms >= 1) || ms > longestMs)
    throw new InvalidArgumentError('It must be a time such as 10s, 500ms or 2m, a day at most.');
  return ms;
}

/** As `duration`; Infinity: until something ends it. */
export function durationOrUnlimited(text: string): number {
  return text === 'unlimited' ? Number.POSITIVE_INFINITY : duration(text);
}

/** A regular expression, of whatever case. */
export function pattern(text: string): RegExp {
  try {
    return new RegExp(text, 'i');
  } catch {
    throw new InvalidArgumentError('It must be a regular expression.');
  }
}
