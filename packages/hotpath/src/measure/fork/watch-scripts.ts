import { isAbsolute } from 'node:path';
import { scriptFile } from '../../model/text/script-file.js';
import { openThreadSession, type ThreadSession } from '../../v8/live/thread-session.js';

/** A place in the text that V8 got. Line and column count from 1 and 0. */
export interface ScriptPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

let session: ThreadSession | undefined;
const urls = new Map<string, string>();

/**
 * Notes from now on which scripts V8 parses: an error of syntax in a module has no place in its stack, and V8's inspector gives only the
 * number of the script. For forks that are not timed.
 */
export function watchScripts(): void {
  session = openThreadSession();
  const note = ({ scriptId, url }: { scriptId: string; url: string }): void => {
    urls.set(scriptId, url);
  };
  session.on('Debugger.scriptFailedToParse', note);
  session.on('Debugger.scriptParsed', note);
  session.ask('Debugger.enable');
  session.ask('Debugger.setSkipAllPauses', { skip: true });
}

/** Where an error of syntax is; null where scripts are not watched, or it is in no file. */
export function syntaxPlace(problem: SyntaxError): ScriptPlace | null {
  const details = session && detailsOf(session, problem);
  const file = scriptFile(urls.get(details?.scriptId ?? '') ?? '');
  if (!details || details.lineNumber < 0 || !isAbsolute(file)) return null;
  return { file, line: details.lineNumber + 1, column: details.columnNumber };
}

interface Details {
  readonly scriptId?: string | undefined;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

const handle = Symbol.for('hotpath.problem');

/** The inspector's description of an error. */
function detailsOf(from: ThreadSession, problem: SyntaxError): Details | undefined {
  const shared = globalThis as unknown as Record<symbol, unknown>;
  shared[handle] = problem;
  const expression = 'globalThis[Symbol.for("hotpath.problem")]';
  try {
    const { result } = from.ask<{ result: { objectId?: string } }>('Runtime.evaluate', { expression });
    const { objectId: errorObjectId } = result;
    return from.ask<{ exceptionDetails?: Details }>('Runtime.getExceptionDetails', { errorObjectId })
      .exceptionDetails;
  } catch {
    return undefined;
  } finally {
    delete shared[handle];
  }
}
