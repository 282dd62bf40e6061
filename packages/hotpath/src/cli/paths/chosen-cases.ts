import { UserError } from '../../errors.js';
import type { CaseSummary } from '../../stated/benchmarks/case-path.js';

const mostNames = 8;

/** The cases whose names a text is in, or fit a regular expression; all of them where none is wanted. Throws a UserError if there is none. */
export function chosenCases(
  word: string,
  cases: readonly CaseSummary[],
  wanted: string | undefined,
): readonly CaseSummary[] {
  if (wanted === undefined) return cases;
  const fits = patternOf(wanted);
  const chosen = cases.filter((one) => fits(nameOf(one)));
  if (chosen.length > 0) return chosen;
  const names = cases.slice(0, mostNames).map(nameOf);
  const rest = cases.length > mostNames ? `, and ${cases.length - mostNames} more` : '';
  throw new UserError(`${word}: has no case "${wanted}"`, `There is ${names.join(', ')}${rest}.`);
}

function nameOf({ names }: CaseSummary): string {
  return names.join(' > ');
}

/** A text is looked for as it is, too: names have characters that mean something in regular expressions. */
function patternOf(wanted: string): (name: string) => boolean {
  const contains = (name: string): boolean => name.toLowerCase().includes(wanted.toLowerCase());
  try {
    const pattern = new RegExp(wanted, 'i');
    return (name) => contains(name) || pattern.test(name);
  } catch {
    return contains;
  }
}
