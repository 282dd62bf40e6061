import type { OutlinedFunction, OutlinedStatement, ScriptOutline } from '../../model/path/script-outline.js';
import { nameOf } from './function-name.js';
import { type FunctionNode, isFunction, type Node, type ParsedSource, walk } from './parse.js';

/** Declarations that are hoisted or have no effect. */
const declarations = /^(Function|TS\w+|Import|ExportAll)Declaration$|^TSDeclareFunction$|^EmptyStatement$/;

/** The functions and statements of a script; function 0 is the script itself. */
export function outlineScript(source: ParsedSource): ScriptOutline {
  const functions: OutlinedFunction[] = [wholeScript(source)];
  const numbers = new Map<Node, number>();
  const statements: OutlinedStatement[] = [];
  walk(source.program, (node, parents) => {
    const owner = numbers.get(parents.findLast((parent) => numbers.has(parent)) as Node) ?? 0;
    if (isFunction(node) && node.body) {
      numbers.set(node, functions.length);
      functions.push(outlined(source, node, parents));
    }
    if (isStatement(node, parents.at(-1)))
      statements.push({ ...placeOf(source, node.start), owner, outerStart: outerStart(parents) });
    return undefined;
  });
  return { functions, statements: statements.sort((a, b) => a.start - b.start) };
}

function wholeScript({ text, lineAt }: ParsedSource): OutlinedFunction {
  return { name: '', line: 1, endLine: lineAt(text.length), column: 1, start: 0, end: text.length };
}

function outlined(source: ParsedSource, node: FunctionNode, parents: readonly Node[]): OutlinedFunction {
  const name = nameOf(node, parents)?.split('.').at(-1) ?? '';
  const around = parents.at(-1);
  // The function node of a member begins at its parameters. V8 takes the position of its name, without modifiers that only exist in TypeScript.
  const { start, line, column } = placeOf(source, isMember(around) ? around.key.start : node.start);
  return { name, start, line, column, end: node.end, endLine: source.lineAt(node.end) };
}

/** Where the innermost function, with its modifiers, or class with static blocks around a node starts. */
function outerStart(parents: readonly Node[]): number {
  const at = parents.findLastIndex((node) => isFunction(node) || node.type === 'StaticBlock');
  const [around, outer] = [parents[at], parents[at - 1]];
  if (!around) return 0;
  return isFunction(around) && !isMember(outer) ? around.start : (outer as Node).start;
}

type Member = Node & { readonly type: 'MethodDefinition' | 'Property' };

function isMember(node: Node | undefined): node is Member {
  if (node?.type === 'Property') return node.method || node.kind !== 'init';
  return node?.type === 'MethodDefinition';
}

function isStatement(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'ArrowFunctionExpression')
    return parent.body === node && node.type !== 'BlockStatement';
  if (node.type === 'BlockStatement' || declarations.test(node.type)) return false;
  if ('directive' in node && node.directive) return false;
  // The exported declaration is a statement of its own, inside the export.
  if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration') return false;
  if (node.type === 'VariableDeclaration') return !parent?.type.startsWith('For');
  return node.type.endsWith('Statement') || node.type === 'ClassDeclaration';
}

function placeOf(source: ParsedSource, start: number): { start: number; line: number; column: number } {
  const lineStart = source.startOfLine(source.lineAt(start));
  return { start, line: source.lineAt(start), column: start - lineStart + 1 };
}
