import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ErrorsSettings } from '../../costs/errors.js';
import { UserError } from '../../errors.js';
import type { Measurer } from '../../measure/measurer.js';
import { writeSpecification } from './cost-specification.js';

/**
 * Finds a function by `MODULE#NAME`. A fork loads the module, because it may be TypeScript. Throws a UserError when there is no
 * such function, or when it throws for an error.
 */
export async function findSerializer(
  words: string,
  folder: string,
  temporary: string,
  measurer: Measurer,
): Promise<NonNullable<ErrorsSettings['serializer']>> {
  const [, module = '', name = ''] = /^(.+)#([\w$]+)$/.exec(words) ?? [];
  if (module === '')
    throw new UserError(
      `${words}: does not name a function`,
      'Write MODULE#NAME, such as lib/errors.ts#toRecord.',
    );
  const file = resolve(folder, module);
  if (!existsSync(file)) throw new UserError(`${module}: no such file`, 'Give the path of a module.');
  const settings = { url: pathToFileURL(file).href, name };
  const kind = await kindOf(settings, module, temporary, measurer);
  if (kind !== 'function')
    throw new UserError(
      `${module}: ${described(name, kind)}`,
      'Name an exported function that takes only an error, such as `(error) => toRecord(error, limits)`.',
    );
  return settings;
}

function described(name: string, kind: string): string {
  if (kind === 'undefined') return `exports no \`${name}\``;
  return kind.startsWith('throws: ')
    ? `\`${name}\` ${kind.replace('throws:', 'throws for an error:')}`
    : `\`${name}\` is not a function, it is ${kind === 'object' ? 'an object' : `a ${kind}`}`;
}

/** What kind of value an export is; `exportOf` gives it as the name of a specification. */
async function kindOf(
  settings: { readonly url: string; readonly name: string },
  module: string,
  temporary: string,
  measurer: Measurer,
): Promise<string> {
  const specification = writeSpecification(temporary, 'serializer', {
    module: 'errors',
    make: 'exportOf',
    settings,
  });
  try {
    return (await measurer.inspect(specification)).name;
  } catch (problem) {
    if (!(problem instanceof UserError)) throw problem;
    throw new UserError(problem.message.replace(specification, module), problem.hint, problem.code);
  }
}
