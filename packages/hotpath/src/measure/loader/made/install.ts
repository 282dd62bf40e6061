import { fileURLToPath } from 'node:url';
import { readableText } from '../lazy-compiler.js';
import { editsOf, loadFile, type OpenJob } from '../load.js';
import { type MadeScript, replaceFunction } from './function-constructor.js';
import { madeFile, makerOf } from './made-files.js';

/** A text without edits is compiled as a script of a file at most so often; V8 makes further ones. */
const mostPlain = 16;

const ownFolder = fileURLToPath(new URL('.', import.meta.url));
const toolFolder = fileURLToPath(new URL('../../..', import.meta.url));

/** Lets functions that a job's variants make from text be found as files of the job. */
export function installMadeCode(open: OpenJob): void {
  const { made: folder } = open.job;
  const known = new Map<string, { readonly script: MadeScript; count: number; readonly isEdited: boolean }>();
  replaceFunction((text, variant) => {
    const key = `${variant}\0${text}`;
    const before = known.get(key);
    if (before) {
      before.count++;
      return before.isEdited || before.count <= mostPlain ? before.script : null;
    }
    const maker = makerOf(new Error('made here').stack, ownFolder);
    if (maker?.file.startsWith(toolFolder)) return null;
    const { file, text: own } = madeFile(folder, text, maker, readableText);
    const isEdited = editsOf(open.job, variant, file).length > 0;
    const { code } = isEdited ? loadFile(open, file, variant) : { code: own };
    // Another text for each variant, so that V8 shares no type feedback.
    const script = { file, code: `${code} /* ${variant} */\n//# sourceURL=${file}` };
    known.set(key, { script, count: 1, isEdited });
    return script;
  });
}
