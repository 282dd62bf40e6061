import { fileURLToPath } from 'node:url';
import type { Maker } from '../../../model/text/made-file.js';
import { scriptFile } from '../../../model/text/script-file.js';

/** `Error` as it was before the path was loaded: a path may replace it. */
const Original = Error;

const ownFolder = fileURLToPath(new URL('.', import.meta.url));
const toolFolder = fileURLToPath(new URL('../../..', import.meta.url));

/** The nearest caller in a file that is not one of this folder; `hotpath`: one of hotpath's own files; null: none. */
export function findMaker(): Maker | 'hotpath' | null {
  for (const line of plainStack().split('\n').slice(1)) {
    const found = /\(?((?:file:\/\/)?\/[^()]*?):(\d+):\d+\)?$/.exec(line);
    if (!found) continue;
    const file = scriptFile(found[1] as string);
    if (file.startsWith(ownFolder)) continue;
    return file.startsWith(toolFolder) ? 'hotpath' : { file, line: Number(found[2]) };
  }
  return null;
}

/** The stack as V8 writes it. No code of the path runs for it: a path may have its own formatter. */
function plainStack(): string {
  const formatter = Object.getOwnPropertyDescriptor(Original, 'prepareStackTrace');
  const mayChange = formatter?.configurable ?? Object.isExtensible(Original);
  if (mayChange)
    Object.defineProperty(Original, 'prepareStackTrace', { value: undefined, configurable: true });
  try {
    return String(new Original('made here').stack);
  } finally {
    if (mayChange) {
      Reflect.deleteProperty(Original, 'prepareStackTrace');
      if (formatter) Object.defineProperty(Original, 'prepareStackTrace', formatter);
    }
  }
}
