import { UserError } from '../../errors.js';
import { changed, importsFrom } from './import-from-folder.js';
import { parsed, syntaxMistake } from './parse-code.js';

/** Reads code that runs before operations, at the top level of a module. Throws a UserError with the place of a mistake of syntax. */
export function readSetup(option: string, code: string, folder: string): string {
  const wrapped = { option, before: '', code, after: '' };
  const result = parsed(wrapped);
  if (!result) throw syntaxMistake([wrapped]);
  if (result.program.body.some(({ type }) => type === 'ExportDefaultDeclaration'))
    throw new UserError(
      `${option}: has a default export, which is the specification's own`,
      'Declare it under a name: `const value = …`.',
    );
  return changed(code, importsFrom(folder, result));
}
