import { growingFloats } from '../tree/columns.js';
import { createV8NodeReader } from './cpuprofile-nodes.js';
import { list, numbers, object, objectText, scalar } from './json/json-handler.js';
import { JsonScanner } from './json/json-scanner.js';
import type { JsonFormat, ProfileReader } from './profile-reader.js';
import { profileOfNodes } from './v8-profile.js';

/** The members of a .cpuprofile, as V8, Node and Chrome's DevTools write it. Samples and nodes are held in typed arrays, outside the JavaScript heap. */
export function cpuProfileFormat(): JsonFormat {
  const nodes = createV8NodeReader();
  const samples = growingFloats();
  const deltas = growingFloats();
  let [start, end] = [Number.NaN, Number.NaN];
  return {
    members: {
      nodes: list(objectText((text) => nodes.add(JSON.parse(text)))),
      samples: numbers(samples.push),
      timeDeltas: numbers(deltas.push),
      startTime: scalar((value) => (start = numberOf(value))),
      endTime: scalar((value) => (end = numberOf(value))),
    },
    end() {
      const read = nodes.done();
      if (read.ids.length === 0) return null;
      return profileOfNodes(read, samples.done(), deltas.done(), end >= start ? end - start : null);
    },
  };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}

export function createCpuProfileReader(): ProfileReader {
  const format = cpuProfileFormat();
  const scanner = new JsonScanner(object(format.members));
  return {
    push: (bytes) => scanner.push(bytes),
    end() {
      scanner.end();
      const profile = format.end();
      if (!profile) throw new SyntaxError('it has no nodes, so it is not a .cpuprofile');
      return profile;
    },
  };
}
