import type { Compilation, Deoptimisation } from '../model/measurement/compilation.js';
import { scriptFile } from '../model/text/script-file.js';
import { createCodeEvents } from './code-events.js';
import { type DroppedLine, parseCodeLogLine } from './code-log-line.js';
import { createInliningLog } from './inlining-log.js';
import { createTierLog } from './tier-log.js';

/** Reads V8's log up to the end of the batches, as far as it is about some files. Null where the log lacks that end. */
export function readCodeLog(text: string, files: ReadonlySet<string>): Compilation | null {
  const events = createCodeEvents(files);
  const tiers = createTierLog(files);
  const inlining = createInliningLog();
  const deoptimisations: Deoptimisation[] = [];
  for (const entry of text.split('\n')) {
    const line = parseCodeLogLine(entry);
    switch (line?.kind) {
      case undefined:
        break;
      case 'begin':
        events.begin();
        tiers.begin();
        break;
      case 'end':
        return { functions: tiers.functions(inlining.hostsOf), deoptimisations, ...events.times() };
      case 'created':
        events.created(line);
        inlining.created(line);
        tiers.created(line, events.hasBegun());
        break;
      case 'inlined':
        inlining.inlined(line);
        break;
      case 'dropped':
        events.dropped(line);
        inlining.dropped(line);
        tiers.dropped(line, events.hasBegun());
        deoptimisations.push(...deoptimisationsOf(line, files, events.hasBegun()));
        break;
    }
  }
  return null;
}

/** None where the line is about other files, or code was only exchanged for a better compiler's (OSR). */
function deoptimisationsOf(
  { places, reason }: DroppedLine,
  files: ReadonlySet<string>,
  whileMeasured: boolean,
): Deoptimisation[] {
  const inFiles = places.map(({ script, line }) => ({ file: scriptFile(script), line }));
  const [own, outer] = inFiles.map(({ file, line }) => `${file}:${line}`);
  if (own === undefined || !inFiles.some(({ file }) => files.has(file)) || reason.includes('OSR')) return [];
  return [{ at: own, inlinedAt: outer ?? null, reason, whileMeasured }];
}
