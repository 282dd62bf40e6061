import {
  type ArrowFunctionExpression,
  type Comment,
  type ForOfStatement,
  type Function as FunctionSyntax,
  type Node,
  type Program,
  parseSync,
  visitorKeys,
} from 'oxc-parser';
import { UserError } from '../../errors.js';
import { lineIndex, lineStarts } from '../../model/text/lines.js';

export type { Comment, ForOfStatement, Node };

export interface ParsedSource {
  readonly file: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** The line, counted from 1, of an offset. */
  lineAt(offset: number): number;
  /** The offset at which a line, counted from 1, starts. */
  startOfLine(line: number): number;
}

export const scriptExtensions = /\.[cm]?[jt]sx?$/;
export const isTypeScript = (file: string): boolean => /\.[cm]?tsx?$/.test(file);

/** Parses JavaScript or TypeScript. Throws a UserError with file:line if the text has a syntax error. */
export function parseSource(file: string, text: string): ParsedSource {
  const result = parseSync(file, text, { sourceType: 'unambiguous', ...languageOf(file) });
  const starts = lineStarts(text);
  const lineAt = lineIndex(text);
  const problem = result.errors.find((error) => error.severity === 'Error');
  if (problem) {
    const line = lineAt(problem.labels[0]?.start ?? 0);
    throw new UserError(
      `${file}:${line}: syntax error: ${firstLine(problem.message)}`,
      'Fix the file, or exclude it from `sources`.',
    );
  }
  return {
    file,
    text,
    // The tree of a large file takes seconds to be made, and comments need none.
    get program() {
      return result.program;
    },
    comments: result.comments,
    lineAt,
    startOfLine: (line) => starts[line - 1] ?? 0,
  };
}

/** Files named .js may contain JSX, so they are parsed as JSX, as bundlers do. */
function languageOf(file: string): { lang?: 'jsx' } {
  return /\.[cm]?js$/.test(file) ? { lang: 'jsx' } : {};
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}

/** Calls `visit` for a node and its descendants, parents first. If `visit` returns false, the descendants of that node are skipped. */
export function walk(root: Node, visit: (node: Node, parents: readonly Node[]) => boolean | undefined): void {
  const parents: Node[] = [];
  const descend = (node: Node): void => {
    if (visit(node, parents) === false) return;
    parents.push(node);
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(child)) {
        for (const item of child) if (isNode(item)) descend(item);
      } else if (isNode(child)) descend(child);
    }
    parents.pop();
  };
  descend(root);
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

export type FunctionNode = FunctionSyntax | ArrowFunctionExpression;

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}
