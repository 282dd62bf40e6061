import nodeModule, { syncBuiltinESMExports } from 'node:module';
import type { RecordingSettings } from '../settings.js';
import { splitImports } from './split-imports.js';
import { splitScript } from './split-script.js';
import { keepFrames } from './unsplit-frames.js';

interface Compiling {
  _compile(text: string, file: string, format?: string): unknown;
}

/**
 * Splits the texts of modules of this thread before V8 compiles them (`splitText`). Must be called before the program registers its
 * loaders. Whoever compiles texts by `node:vm` gets them as they are.
 */
export function splitTexts({ folder }: Pick<RecordingSettings, 'folder'>): void {
  const prototype = (nodeModule as unknown as { prototype: Compiling }).prototype;
  // All loaders of CommonJS call this method with the text that they made.
  prototype._compile = new Proxy(prototype._compile, {
    apply(target, self, [text, file, format, ...rest]: [string, string, string?]) {
      const kinds = format === 'module' ? (['module'] as const) : (['commonjs', 'module'] as const);
      const split = typeof text === 'string' ? splitScript(folder, file, text, kinds) : null;
      if (split) keepFrames(file, split.before);
      return Reflect.apply(target, self, [split?.text ?? text, file, format, ...rest]);
    },
  });
  splitImports(folder);
  syncBuiltinESMExports();
}
