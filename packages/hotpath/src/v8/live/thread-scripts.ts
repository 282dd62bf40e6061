import { readFileSync } from 'node:fs';
import type { RanScript } from '../../model/profiles/ran-script.js';
import { scriptFile } from '../../model/text/script-file.js';
import type { ThreadSession } from './thread-session.js';

/** `Debugger.scriptParsed` of the inspector's protocol, as far as it is used. */
interface ParsedScript {
  readonly scriptId: string;
  readonly url: string;
  /** Of its first character, from 0. */
  readonly startLine: number;
}

/** The scripts of this thread. */
export interface ThreadScripts {
  /** The name, as in RanScript, of the script with a number of V8. */
  fileOf(scriptId: string): string;
  /** Of the wanted scripts, those whose text is not that of a file of their name. */
  changed(isWanted: (file: string) => boolean): RanScript[];
}

/** Knows the scripts that V8 has in memory or loads from now on. Turns V8's debugger on. */
export function watchScripts(session: ThreadSession): ThreadScripts {
  const parsed = new Map<string, ParsedScript>();
  session.on<ParsedScript>('Debugger.scriptParsed', (script) => parsed.set(script.scriptId, script));
  session.ask('Debugger.enable');
  const fileOf = (id: string): string => scriptFile(parsed.get(id)?.url ?? '') || `script:${id}`;
  return {
    fileOf,
    changed: (isWanted) =>
      [...parsed.values()]
        .filter(({ scriptId }) => isWanted(fileOf(scriptId)))
        .map(({ scriptId, startLine }) => {
          const lead = Math.max(0, startLine);
          return { file: fileOf(scriptId), text: '\n'.repeat(lead) + sourceOf(session, scriptId), lead };
        })
        .filter(isChanged),
  };
}

/** Empty when V8 has dropped the script. */
function sourceOf(session: ThreadSession, scriptId: string): string {
  try {
    return session.ask<{ scriptSource: string }>('Debugger.getScriptSource', { scriptId }).scriptSource;
  } catch {
    return '';
  }
}

function isChanged({ file, text, lead }: RanScript): boolean {
  try {
    return lead > 0 || withoutMark(readFileSync(file, 'utf8')) !== withoutMark(text);
  } catch {
    return true;
  }
}

/** Node loads a file without its byte order mark. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
