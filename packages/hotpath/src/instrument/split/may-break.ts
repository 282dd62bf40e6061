import type { Token } from 'acorn';

/** Words after which a line end changes the meaning, or may (ECMA-262, Rules of Automatic Semicolon Insertion); some are also plain names. */
const binding = new Set(
  'accessor async await get let of return set static throw type using yield break continue'.split(' '),
);
const values = new Set(['this', 'super', 'null', 'true', 'false']);
const begunByWord = new Set(['else', 'do', 'try', 'finally']);
const closing = new Set([')', ']', '}', '`']);
/** Labels of tokens that are no punctuation. */
const words = new Set(['name', 'num', 'string', 'regexp', 'privateId', 'template', 'invalidTemplate', 'eof']);

/**
 * Whether a line end between two adjacent tokens of a valid script leaves its meaning as it is. Only a subset of such places: after
 * punctuation, and before operators that follow a value.
 */
export function mayBreak(before: Token, after: Token): boolean {
  const [{ label: last }, { label: next }] = [before.type, after.type];
  if (isText(next) || next === '++/--' || next === '=>' || next === 'eof') return false;
  if (isPunctuation(before)) return last !== '`' && last !== '++/--';
  if (before.type.keyword && begunByWord.has(before.type.keyword)) return true;
  return continues(after) && isValue(before);
}

function isText(label: string): boolean {
  return label === 'template' || label === 'invalidTemplate';
}

function isPunctuation({ type }: Token): boolean {
  return type.keyword === undefined && !words.has(type.label);
}

/** Whether a token can only go on with an expression or end it. */
function continues(token: Token): boolean {
  const { label, keyword } = token.type;
  if (!isPunctuation(token) || keyword) return false;
  return (
    label === '.' || label === '?.' || label === '?' || label === ':' || closing.has(label) || isBinary(token)
  );
}

/** `*` may also begin the name of a method, or follow `yield`. */
function isBinary({ type }: Token): boolean {
  return (type as { binop?: number | null }).binop != null && type.label !== '*';
}

function isValue({ type, value }: Token & { value?: unknown }): boolean {
  if (closing.has(type.label)) return true;
  if (type.keyword) return values.has(type.keyword);
  return (
    words.has(type.label) && !isText(type.label) && !(type.label === 'name' && binding.has(String(value)))
  );
}
