import { UserError } from '../../errors.js';
import { callOptions, type PathOptions } from './path-options.js';
import type { PathWord } from './path-word.js';

/** Throws a UserError where options do not go with the words, so that none is left out in silence. */
export function checkStatement(words: readonly PathWord[], options: PathOptions): void {
  const [first] = words;
  if (options.eval !== undefined && first)
    throw new UserError(
      `--eval states a path, and ${first.word} names another`,
      'Give one of them. What the code uses is imported by --setup "import { … } from …".',
    );
  if (options.setup !== undefined && options.eval === undefined)
    throw new UserError('--setup runs before --eval, which is missing', "Add --eval 'CODE'.");
  const files = words.some(({ kind }) => kind === 'benchmark');
  if (options.case !== undefined && !files)
    throw new UserError('the choice of a case is for a benchmark file, and none is named', 'Leave it out.');
  const lone = callOptions(options)[0];
  const other = words.find(({ kind }) => kind !== 'call');
  if (lone !== undefined && (other || !first))
    throw new UserError(
      `${lone} is for FILE#EXPORT${other ? `, and ${other.word} is not of this form` : ', which is missing'}`,
      'Name the exported function, such as lib/router.ts#match.',
    );
}
