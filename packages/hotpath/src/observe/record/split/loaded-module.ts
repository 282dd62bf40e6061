import { fileURLToPath } from 'node:url';
import type { ScriptKind } from '../../../instrument/split/script-tokens.js';
import type { SplitText } from '../../../instrument/split/split-text.js';
import { splitScript } from './split-script.js';

/** What a `load` hook of Node gives. */
export interface LoadedModule {
  readonly format?: string | null | undefined;
  readonly source?: string | ArrayBuffer | NodeJS.TypedArray | null | undefined;
}

const kinds: Readonly<Record<string, readonly ScriptKind[]>> = { module: ['module'], commonjs: ['commonjs'] };

/** The split text of a module that hooks of the program, or Node, have loaded; null: it is to run as it is. */
export function splitModule(folder: string, url: string, { format, source }: LoadedModule): SplitText | null {
  const own = kinds[format ?? ''];
  if (!own || !source || !url.startsWith('file:')) return null;
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  return splitScript(folder, fileURLToPath(url), text, own);
}
