import { UserError } from '../../errors.js';
import type { FunctionNode, ParsedSource } from './parse.js';
import { declaredBy, varNames } from './scope-names.js';

/**
 * Throws a UserError where the statements of a function could not stand in a block of their own, as they do inside a `try`: there a
 * function may have no name of a `var`, and no name of another function.
 */
export function checkBlock(source: ParsedSource, { body }: FunctionNode): void {
  if (body?.type !== 'BlockStatement') return;
  const functions = body.body.filter(({ type }) => type === 'FunctionDeclaration');
  if (functions.length === 0) return;
  const taken = new Set(varNames(body));
  for (const declaration of functions) {
    const [name] = declaredBy(declaration);
    if (name === undefined) continue;
    if (taken.has(name))
      throw new UserError(
        `${source.file}:${source.lineAt(declaration.start)}: ${name} is declared twice in a function, so hotpath cannot see exceptions leave it`,
        'Give one of the two another name.',
      );
    taken.add(name);
  }
}
