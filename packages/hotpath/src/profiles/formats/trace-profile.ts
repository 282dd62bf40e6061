import type { Profile } from '../../model/profiles/profile.js';
import { createV8NodeReader } from './cpuprofile-nodes.js';
import { profileOfNodes } from './v8-profile.js';

/** The parts of an event that carry pieces of V8's CPU profile, with what `data` may hold. */
export interface TraceEvent {
  readonly name: string;
  readonly pid: unknown;
  readonly id: unknown;
  /** µs */
  readonly ts: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The nodes and samples that one event adds. */
interface Chunk {
  readonly ts: number;
  readonly nodes: readonly unknown[];
  readonly samples: Float64Array;
  readonly deltas: Float64Array;
}

/** The CPU profile of one thread, whose events arrive in any order. */
export interface TraceProfile {
  add(event: TraceEvent): void;
  /** Null if there were no nodes. Throws a SyntaxError if the chunks do not fit together. */
  end(): Profile | null;
}

export function createTraceProfile(): TraceProfile {
  const chunks: Chunk[] = [];
  let [start, end] = [Number.NaN, Number.NaN];
  return {
    add({ ts, data }) {
      const profile = recordOf(data.cpuProfile);
      start = numberIn(data.startTime) ?? numberIn(profile.startTime) ?? start;
      end = numberIn(data.endTime) ?? numberIn(profile.endTime) ?? end;
      chunks.push({
        ts,
        nodes: Array.isArray(profile.nodes) ? profile.nodes : [],
        samples: numbersIn(profile.samples),
        deltas: numbersIn(data.timeDeltas ?? profile.timeDeltas),
      });
    },
    end() {
      const nodes = createV8NodeReader();
      chunks.sort((a, b) => a.ts - b.ts);
      for (const chunk of chunks) for (const node of chunk.nodes) nodes.add(node);
      const read = nodes.done();
      if (read.ids.length === 0) return null;
      const samples = joined(chunks.map((chunk) => chunk.samples));
      const deltas = joined(chunks.map((chunk) => chunk.deltas));
      return profileOfNodes(read, samples, deltas, end >= start ? end - start : null);
    },
  };
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function numbersIn(value: unknown): Float64Array {
  if (value === undefined) return new Float64Array();
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'number'))
    throw new SyntaxError('the samples or times of a ProfileChunk event are not numbers');
  return Float64Array.from(value as number[]);
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let used = 0;
  for (const part of parts) {
    whole.set(part, used);
    used += part.length;
  }
  return whole;
}
