import { type FunctionNode, isFunction, type Node, type ParsedSource } from '../syntax/parse.js';

/** A function with the file that holds it. */
export interface SourceFunction {
  readonly source: ParsedSource;
  readonly node: FunctionNode;
}

/** A function declared at the top level of the file, or held by a top-level constant. */
export function topLevelFunction(source: ParsedSource, name: string): SourceFunction | null {
  for (const statement of source.program.body) {
    const found = declaredBy(declarationIn(statement), name);
    if (found) return withBody(source, found);
  }
  return null;
}

/** The function, unless it is only a signature. */
export function withBody(source: ParsedSource, node: FunctionNode): SourceFunction | null {
  return node.body ? { source, node } : null;
}

/** The declaration that a statement holds or exports, or the statement. */
function declarationIn(statement: Node): Node {
  const exports =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
  return (exports && (statement.declaration as Node | null)) || statement;
}

function declaredBy(declared: Node, name: string): FunctionNode | null {
  if (isFunction(declared)) return 'id' in declared && declared.id?.name === name ? declared : null;
  if (declared.type !== 'VariableDeclaration' || declared.kind !== 'const') return null;
  for (const { id, init } of declared.declarations)
    if (id.type === 'Identifier' && id.name === name && init && isFunction(init)) return init;
  return null;
}
