import { boundNames } from '../syntax/bindings.js';
import type { Region } from './find-regions.js';

export interface DeclaredNames {
  readonly kind: 'const' | 'let';
  readonly names: readonly string[];
}

/** The `const` and `let` declarations among the statements of a region. */
export function declarations(region: Region): DeclaredNames[] {
  return region.statements.flatMap((statement) => {
    if (statement.type !== 'VariableDeclaration') return [];
    if (statement.kind !== 'const' && statement.kind !== 'let') return [];
    const names = statement.declarations.flatMap((declarator) => boundNames(declarator.id));
    return [{ kind: statement.kind, names }];
  });
}
