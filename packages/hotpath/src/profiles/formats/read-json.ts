import { object } from './json/json-handler.js';
import { JsonScanner } from './json/json-scanner.js';
import type { ProfileReader } from './profile-reader.js';
import { cpuProfileFormat } from './read-cpuprofile.js';
import { speedscopeFormat } from './read-speedscope.js';
import { traceFormat } from './read-trace.js';

/** Other objects, by their first key. */
const others: ReadonlyMap<string, string> = new Map([
  ['head', 'a heap profile of V8 (.heapprofile)'],
  ['snapshot', 'a heap snapshot of V8'],
]);

const mostKeys = 6;

/**
 * Reads a profile that is a JSON object: a .cpuprofile, a speedscope file, or a trace. A .cpuprofile may be inside of
 * `profile`, as DevTools answers, and that inside of `result` or `params`, as the inspector does.
 */
export function createJsonReader(): ProfileReader {
  const cpuProfile = cpuProfileFormat();
  const formats = [traceFormat(), speedscopeFormat(), cpuProfile];
  const profile = object(cpuProfile.members);
  const keys: string[] = [];
  const key = (name: string): void => {
    if (keys.length <= mostKeys) keys.push(name);
  };
  const members = Object.assign({}, ...formats.map((format) => format.members));
  const wrapped = { profile, result: object({ profile }), params: object({ profile }) };
  const scanner = new JsonScanner(object({ ...members, ...wrapped }, { key }));
  return {
    push(bytes) {
      try {
        scanner.push(bytes);
      } catch (problem) {
        throw others.has(keys[0] ?? '') ? otherFile(keys) : problem;
      }
    },
    end() {
      scanner.end();
      for (const format of formats) {
        const read = format.end();
        if (read) return read;
      }
      throw otherFile(keys);
    },
  };
}

function otherFile(keys: readonly string[]): SyntaxError {
  const known = others.get(keys[0] ?? '');
  return new SyntaxError(
    known === undefined ? `it is JSON, but no profile: ${keysText(keys)}` : `it is ${known}`,
  );
}

function keysText(keys: readonly string[]): string {
  if (keys.length === 0) return 'the object is empty';
  const shown = keys.slice(0, mostKeys).map((name) => JSON.stringify(name.slice(0, 40)));
  return `its keys are ${shown.join(', ')}${keys.length > mostKeys ? ', …' : ''}`;
}
