import type { Node, ParsedSource } from '../syntax/parse.js';

/** What an imported name means: export `name` of a module; `*` is its namespace. */
export interface Import {
  readonly specifier: string;
  readonly name: string;
}

/** The import that gives a file its name `local`; null where there is none. */
export function importOf(source: ParsedSource, local: string): Import | null {
  for (const statement of source.program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    for (const one of statement.specifiers) {
      if (one.local.name !== local) continue;
      return { specifier: statement.source.value, name: importedName(one) };
    }
  }
  return null;
}

/** A name in an import or export, which may be written as a string. */
export function exportName(name: Node): string {
  if (name.type === 'Identifier') return name.name;
  return name.type === 'Literal' ? String(name.value) : '';
}

function importedName(specifier: Node): string {
  if (specifier.type === 'ImportSpecifier') return exportName(specifier.imported);
  return specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
}
