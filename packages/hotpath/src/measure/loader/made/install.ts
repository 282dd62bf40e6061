import { isMadeFile } from '../../../model/text/made-file.js';
import type { ForkJob } from '../../job.js';
import { readableText } from '../lazy-compiler.js';
import { editsOf, loadFile, type OpenJob } from '../load.js';
import { findMaker } from './find-maker.js';
import { type MadeScript, replaceFunction, type ScriptOfText } from './function-constructor.js';
import { madeFile } from './made-files.js';

/** A text without edits is compiled as a script of a file at most so often; V8 makes further ones. */
const mostPlain = 16;

/** So many texts become files: a path may make another one in each operation. */
const mostTexts = 2000;

interface KnownText {
  readonly script: MadeScript;
  readonly isEdited: boolean;
  count: number;
}

/** Whether a job needs the names or the text of made functions. No other job changes how a path makes them. */
export function looksIntoMadeCode({ task, variants }: ForkJob): boolean {
  return (
    task === 'sample' || task === 'count' || variants.some(({ edits }) => Object.keys(edits).some(isMadeFile))
  );
}

/** Lets functions that a job's variants make from text be found as files of the job. */
export function installMadeCode(open: OpenJob): void {
  const known = new Map<string, KnownText>();
  replaceFunction((text, variant) => {
    const key = `${variant}\0${text}`;
    const before = known.get(key);
    if (before) return again(before);
    const script = known.size < mostTexts ? newScript(open, text, variant) : null;
    if (script) known.set(key, { ...script, count: 1 });
    return script?.script ?? null;
  });
}

function again(text: KnownText): ReturnType<ScriptOfText> {
  text.count++;
  return text.isEdited || text.count <= mostPlain ? text.script : null;
}

/** Null for a function of hotpath itself. */
function newScript(open: OpenJob, text: string, variant: string): Omit<KnownText, 'count'> | null {
  const maker = findMaker();
  if (maker === 'hotpath') return null;
  const { file, text: own } = madeFile(open.job.made, text, maker, readableText);
  const isEdited = editsOf(open.job, variant, file).length > 0;
  const code = isEdited ? loadFile(open, file, variant).code : own;
  // Another text for each variant, so that V8 shares no type feedback.
  return { script: { file, code: `${code} /* ${variant} */\n//# sourceURL=${file}` }, isEdited };
}
