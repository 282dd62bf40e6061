import { type Node, type ParsedSource, walk } from './parse.js';

/** Syntax at a line that some versions of Node cannot run though it is valid, in words; null where there is none. */
export function recentSyntaxAt({ program, lineAt }: ParsedSource, line: number): string | null {
  let found: string | null = null;
  walk(program, (node) => {
    if (node.type !== 'Program' && (lineAt(node.start) > line || lineAt(node.end) < line)) return false;
    found ??= nameOf(node);
    return undefined;
  });
  return found;
}

function nameOf(node: Node): string | null {
  switch (node.type) {
    case 'AccessorProperty':
      return '`accessor`';
    case 'Decorator':
      return 'decorators';
    case 'VariableDeclaration':
      return node.kind === 'using' || node.kind === 'await using' ? `\`${node.kind}\`` : null;
    case 'ImportDeclaration':
    case 'ImportExpression':
      return node.phase ? `\`import ${node.phase}\`` : null;
    case 'JSXElement':
    case 'JSXFragment':
      return 'JSX';
    default:
      return null;
  }
}
