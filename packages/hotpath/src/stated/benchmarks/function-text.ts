/** The text of a function's body; a text itself; nothing where there is none. */
export function bodyOf(code: string | ((...values: never[]) => unknown) | undefined): string {
  if (code === undefined || typeof code === 'string') return code ?? '';
  const text = Function.prototype.toString.call(code);
  const expression = /^(?:async\s*)?(?:\([^)]*\)|[\w$]+)\s*=>\s*(?!\{)([\s\S]*)$/.exec(text)?.[1];
  if (expression !== undefined) return `return (${expression});`;
  return text.slice(text.indexOf('{') + 1, text.lastIndexOf('}'));
}

/** An operation that shares variables with the text that runs once before it. Null where they do not run together. */
export function compiled(setup: string, operation: string, own: unknown): (() => unknown) | null {
  try {
    const make = new Function(`${setup}\n;const operation = () => {${operation}\n}; return operation;`);
    const run = make.call(own) as () => unknown;
    run();
    return run;
  } catch {
    return null;
  }
}
