import { type Comment, type Node, parse, type Token } from 'acorn';

/** A script in parts. Offsets are in UTF-16 units. */
export interface ScriptParts {
  /** In order, without comments. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  /** Where statements and functions begin, in no order. */
  readonly starts: readonly number[];
}

export type ScriptKind = 'module' | 'commonjs';

/** Null for a text that is none of JavaScript, or newer than the parser. */
export function scriptParts(text: string, kind: ScriptKind): ScriptParts | null {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  try {
    const program = parse(text, {
      ecmaVersion: 'latest',
      sourceType: kind,
      allowHashBang: true,
      onToken: tokens,
      onComment: comments,
    });
    return { tokens, comments, starts: startsIn(program) };
  } catch {
    return null;
  }
}

const timed = /Statement$|Declaration$|^(Arrow)?Function|^Class/;

/** Blocks begin where the statement around them says so. */
const untimed = new Set(['BlockStatement', 'EmptyStatement']);

function startsIn(program: Node): number[] {
  const starts: number[] = [];
  const open: Node[] = [program];
  for (let node = open.pop(); node; node = open.pop()) {
    if (timed.test(node.type) && !untimed.has(node.type)) starts.push(node.start);
    for (const member of Object.values(node)) {
      if (Array.isArray(member)) for (const one of member) if (isNode(one)) open.push(one);
      if (isNode(member)) open.push(member);
    }
  }
  return starts;
}

function isNode(value: unknown): value is Node {
  return typeof (value as Node | null)?.type === 'string';
}
