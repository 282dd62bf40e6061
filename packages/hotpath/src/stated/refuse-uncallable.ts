import { PathRefusal } from '../errors.js';

/** Throws a PathRefusal for a function that cannot be used in this way, or whose call alone does no work. */
export function refuseUncallable(value: unknown, shown: string, use: 'call' | 'construct'): void {
  const isClass = /^class\b/.test(Function.prototype.toString.call(value));
  if (use === 'call' && isClass)
    throw new PathRefusal(
      `${shown}: is a class, which is not called`,
      `Name a method, ${shown}.prototype.METHOD, or state --eval 'new …'.`,
    );
  if (use === 'call' && isGenerator(value))
    throw new PathRefusal(
      `${shown}: is a generator, and calling it runs none of its code`,
      "State what is done with it, such as --eval '[...items()]'.",
    );
  if (use === 'construct' && !isClass && !(value as { prototype?: unknown }).prototype)
    throw new PathRefusal(`${shown}: is not a class`, 'Name a class before `.prototype.`.');
}

function isGenerator(value: unknown): boolean {
  return /GeneratorFunction\]$/.test(Object.prototype.toString.call(value));
}
