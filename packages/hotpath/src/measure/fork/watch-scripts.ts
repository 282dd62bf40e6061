import { Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';

/** A place in the text that V8 got. Line and column count from 1 and 0. */
export interface ScriptPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

let session: Session | undefined;
const urls = new Map<string, string>();

/**
 * Notes from now on which scripts V8 parses: an error of syntax in a module has no place in its stack, and V8's inspector gives only the
 * number of the script. For forks that are not timed.
 */
export function watchScripts(): void {
  session = new Session();
  session.connect();
  const note = ({ params: { scriptId, url } }: { params: { scriptId: string; url: string } }): void => {
    urls.set(scriptId, url);
  };
  session.on('Debugger.scriptFailedToParse', note);
  session.on('Debugger.scriptParsed', note);
  session.post('Debugger.enable');
  session.post('Debugger.setSkipAllPauses', { skip: true });
}

/** Where an error of syntax is; null where scripts are not watched, or it is in no file. */
export function syntaxPlace(problem: SyntaxError): ScriptPlace | null {
  const details = session && detailsOf(session, problem);
  const url = urls.get(details?.scriptId ?? '') ?? '';
  if (!details || details.lineNumber < 0 || !/^(file:|\/)/.test(url)) return null;
  return { file: pathOf(url), line: details.lineNumber + 1, column: details.columnNumber };
}

interface Details {
  readonly scriptId?: string | undefined;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

const handle = Symbol.for('hotpath.problem');

/** The inspector's description of an error. */
function detailsOf(from: Session, problem: SyntaxError): Details | undefined {
  const shared = globalThis as unknown as Record<symbol, unknown>;
  shared[handle] = problem;
  const expression = 'globalThis[Symbol.for("hotpath.problem")]';
  const found = answer<{ result: { objectId?: string } }>(from, 'Runtime.evaluate', { expression });
  delete shared[handle];
  const errorObjectId = found?.result.objectId;
  if (errorObjectId === undefined) return undefined;
  return answer<{ exceptionDetails?: Details }>(from, 'Runtime.getExceptionDetails', { errorObjectId })
    ?.exceptionDetails;
}

/** Asks the inspector; a session in the same thread answers before `post` returns. */
function answer<T extends object>(from: Session, method: string, params: object): T | undefined {
  let given: T | undefined;
  from.post(method, params, (_: Error | null, answered?: object) => {
    given = answered as T | undefined;
  });
  return given;
}

function pathOf(url: string): string {
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}
