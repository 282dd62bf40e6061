import { UserError } from '../../errors.js';
import type { CaseSummary } from '../../stated/benchmarks/case-path.js';

const mostNames = 8;

/**
 * The cases that have a text in their names; where there is none, those that fit it as a regular expression: names have characters that
 * mean something there. All cases where nothing is wanted. Throws a UserError if there is none.
 */
export function chosenCases(
  word: string,
  cases: readonly CaseSummary[],
  wanted: string | undefined,
): readonly CaseSummary[] {
  if (wanted === undefined) return cases;
  const plain = cases.filter((one) => nameOf(one).toLowerCase().includes(wanted.toLowerCase()));
  const pattern = patternOf(wanted);
  const chosen = plain.length > 0 ? plain : cases.filter((one) => pattern?.test(nameOf(one)));
  if (chosen.length > 0) return chosen;
  const names = cases.slice(0, mostNames).map(nameOf);
  const rest = cases.length > mostNames ? `, and ${cases.length - mostNames} more` : '';
  throw new UserError(`${word}: has no case "${wanted}"`, `There is ${names.join(', ')}${rest}.`);
}

function nameOf({ names }: CaseSummary): string {
  return names.join(' > ');
}

function patternOf(wanted: string): RegExp | null {
  try {
    return new RegExp(wanted, 'i');
  } catch {
    return null;
  }
}
