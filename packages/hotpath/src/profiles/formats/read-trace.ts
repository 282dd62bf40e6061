import { mergeProfiles } from '../tree/merge.js';
import { type ListHandler, list, objectText } from './json/json-handler.js';
import { JsonScanner } from './json/json-scanner.js';
import type { JsonFormat, ProfileReader } from './profile-reader.js';
import { createTraceProfile, recordOf, type TraceEvent, type TraceProfile } from './trace-profile.js';

/** Chrome writes chunks; DevTools makes one event of a whole .cpuprofile. */
const names = new Set(['Profile', 'ProfileChunk', 'CpuProfile']);

/** The trace events of Chrome, in an object. The CPU profiles of all threads are added up. */
export function traceFormat(): JsonFormat {
  const events = createTraceEvents(true);
  return {
    members: { traceEvents: events.list },
    end: () => (events.isPresent() ? events.end() : null),
  };
}

/** Reads trace events that are a list, which may lack its closing bracket. */
export function createTraceReader(): ProfileReader {
  const events = createTraceEvents(false);
  const scanner = new JsonScanner({ ...events.list, mayEndOpen: true });
  return {
    push: (bytes) => scanner.push(bytes),
    end() {
      scanner.end();
      return events.end();
    },
  };
}

interface TraceEvents {
  readonly list: ListHandler;
  isPresent(): boolean;
  end: ProfileReader['end'];
}

/** `isKnown`: whether the objects are trace events even if they do not look like that. */
function createTraceEvents(isKnown: boolean): TraceEvents {
  const profiles = new Map<string, TraceProfile>();
  let [isPresent, isTrace, count] = [false, isKnown, 0];
  const take = (text: string): void => {
    count++;
    isTrace ||= text.includes('"ph"');
    // Most events have nothing to do with the profile.
    if (!text.includes('Profile')) return;
    const event = eventOf(JSON.parse(text));
    if (!names.has(event.name)) return;
    const key = JSON.stringify([event.pid, event.id]);
    const profile = profiles.get(key) ?? createTraceProfile();
    profiles.set(key, profile);
    profile.add(event);
  };
  const begin = (): void => {
    isPresent = true;
  };
  return {
    list: list(objectText(take), { begin }),
    isPresent: () => isPresent,
    end() {
      const read = [...profiles.values()].flatMap((profile) => profile.end() ?? []);
      const merged = mergeProfiles(read);
      if (merged) return merged;
      if (read.length > 0) throw new SyntaxError('some of its profiles have times and others have none');
      throw new SyntaxError(
        isTrace
          ? `it is a trace without a CPU profile: none of its ${count} events is a ProfileChunk`
          : `it is a list of ${count} JSON objects that are no trace events`,
      );
    },
  };
}

function eventOf(value: unknown): TraceEvent {
  const { name, pid, id, ts, args } = recordOf(value);
  return {
    name: typeof name === 'string' ? name : '',
    pid,
    id,
    ts: typeof ts === 'number' ? ts : 0,
    data: recordOf(recordOf(args).data),
  };
}
