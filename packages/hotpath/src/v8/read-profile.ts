import { fileURLToPath } from 'node:url';
import type { Frame, StackSample } from '../model/profiles/stack-sample.js';

type Id = number | bigint;

/** The parts of a pprof profile (perftools.profiles.Profile) from which stacks are read. */
export interface PprofProfile {
  readonly stringTable: { readonly strings: readonly string[] };
  readonly function: readonly { readonly id: Id; readonly name: Id; readonly filename: Id }[];
  readonly location: readonly {
    readonly id: Id;
    readonly line: readonly { readonly functionId: Id; readonly line: Id }[];
  }[];
  readonly sample: readonly { readonly locationId: readonly Id[]; readonly value: readonly Id[] }[];
}

/** The different stacks of a profile with their numbers of samples, which is the first sample type. */
export function readProfile(profile: PprofProfile): StackSample[] {
  const text = (id: Id): string => profile.stringTable.strings[Number(id)] ?? '';
  const functions = new Map(
    profile.function.map(({ id, name, filename }) => [
      Number(id),
      { name: unnamed(text(name)), file: filePath(text(filename)) },
    ]),
  );
  const locations = new Map(
    profile.location.map(({ id, line }) => [
      Number(id),
      line.map((at): Frame => {
        const { name, file } = functions.get(Number(at.functionId)) ?? { name: '', file: '' };
        return { name, file, line: Number(at.line) };
      }),
    ]),
  );
  return profile.sample.map(({ locationId, value }) => ({
    frames: locationId.flatMap((id) => locations.get(Number(id)) ?? []),
    count: Number(value[0] ?? 0),
  }));
}

/** The profiler gives an anonymous function a new name for each of its lines. */
function unnamed(name: string): string {
  return /^\(anonymous:L#\d+:C#\d+\)$/.test(name) ? '' : name;
}

/** A script's path; Node's own scripts as `node:…`; empty for anything else. A variant's query is left out. */
function filePath(script: string): string {
  const plain = script.replace(/\?.*$/, '');
  if (plain.startsWith('file:')) return fileURLToPath(plain);
  return plain.startsWith('/') || plain.startsWith('node:') || /^[A-Za-z]:[\\/]/.test(plain) ? plain : '';
}
