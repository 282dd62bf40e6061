import { FlattenMap, type SectionedSourceMapInput, type TraceMap } from '@jridgewell/trace-mapping';
import { mapProblem, mapText } from './map-text.js';

/** A source map and the folder from which its names are meant. */
export interface SourceMap {
  readonly map: TraceMap;
  readonly folder: string;
}

/** Reads the map at an address that a script names. Returns why it cannot be read. Maps of sections are made one. */
export function readMap(script: string, address: string): SourceMap | string {
  const found = mapText(script, address);
  if (typeof found === 'string') return found;
  try {
    const json = JSON.parse(found.json) as SectionedSourceMapInput;
    return { map: new FlattenMap(json) as TraceMap, folder: found.folder };
  } catch (problem) {
    return mapProblem(found.name, problem);
  }
}
