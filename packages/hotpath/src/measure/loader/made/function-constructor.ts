import { Script } from 'node:vm';
import { runningVariant } from './running-variant.js';

/** The text of a function that is made from text, as V8 writes it, and the file that stands for it. */
export interface MadeScript {
  /** Absolute path; scripts, samples and places name the text by it. */
  readonly file: string;
  /** The text with the edits of a variant. */
  readonly code: string;
}

/** Gives the script for a text that a variant makes; null: V8 makes it as it is. */
export type ScriptOfText = (text: string, variant: string) => MadeScript | null;

/**
 * Replaces the `Function` constructor, so that functions made from text are compiled as scripts of files: they can be sampled by
 * name, edited as other files are, and each variant has its own type feedback. What is made outside of a variant, with a subclass of
 * `Function`, or from a text with an error of syntax is made as ever.
 */
export function replaceFunction(scriptOf: ScriptOfText): void {
  const original = Function;
  const make = (parts: readonly unknown[], newTarget: unknown): unknown => {
    // As V8 does, which refuses symbols.
    const texts = parts.map((part) => `${part}`);
    const plain = (): unknown => Reflect.construct(original, texts, newTarget as typeof Function);
    const variant = runningVariant();
    if (variant === null || (newTarget !== replaced && newTarget !== original)) return plain();
    const made = plain();
    const text = Function.prototype.toString.call(made);
    // V8 gives `import()` in a script no way to load anything.
    const script = /\bimport\b/.test(text) ? null : scriptOf(text, variant);
    return script ? compiled(script) : made;
  };
  const replaced: typeof Function = new Proxy(original, {
    apply: (_target, _this, parts) => make(parts, original),
    construct: (_target, parts, newTarget) =>
      make(parts, newTarget === replaced ? original : newTarget) as object,
  });
  Object.defineProperty(original.prototype, 'constructor', {
    value: replaced,
    writable: true,
    configurable: true,
  });
  // The constructors of async functions and of generators inherit from it.
  for (const other of [async () => {}, function* () {}, async function* () {}])
    Object.setPrototypeOf(other.constructor, replaced);
  globalThis.Function = replaced;
}

/** The function that a script declares. Its text is that of the declaration, so `toString` gives what V8 would. */
function compiled({ file, code }: MadeScript): unknown {
  const text = `(() => { ${code}\nreturn anonymous; })()`;
  return new Script(text, { filename: file }).runInThisContext();
}
