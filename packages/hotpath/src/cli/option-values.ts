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

/** A regular expression, of whatever case. */
export function pattern(text: string): RegExp {
  try {
    return new RegExp(text, 'i');
  } catch {
    throw new InvalidArgumentError('It must be a regular expression.');
  }
}
