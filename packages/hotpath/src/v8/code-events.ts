import type { Compilation } from '../model/measurement/compilation.js';
import { driverName } from '../model/profiles/stack-sample.js';
import { scriptFile } from '../model/text/script-file.js';
import type { CreatedLine, DroppedLine } from './code-log-line.js';

/** When code was made or discarded during the batches. */
export interface CodeEvents {
  /** The batches begin with the code that was created last. */
  begin(): void;
  hasBegun(): boolean;
  created(line: CreatedLine): void;
  dropped(line: DroppedLine): void;
  /** All events, and those of the path or the measuring loop around it. */
  times(): Pick<Compilation, 'eventsMs' | 'pathEventsMs'>;
}

interface CodeEvent {
  readonly us: number;
  readonly ofPath: boolean;
}

/** The path is the code of some files. */
export function createCodeEvents(files: ReadonlySet<string>): CodeEvents {
  const events: CodeEvent[] = [];
  let lastUs = 0;
  let beganUs: number | null = null;
  const msOf = ({ us }: CodeEvent): number => (us - (beganUs ?? 0)) / 1000;
  return {
    begin() {
      // A script's code is logged just before its source, which holds the mark.
      beganUs ??= lastUs;
    },
    hasBegun: () => beganUs !== null,
    created({ us, title, tier }) {
      lastUs = us;
      if (beganUs === null || !isCompiled(tier)) return;
      const ofPath = title.startsWith(`${driverName} `) || isIn(files, scriptOf(title));
      events.push({ us, ofPath });
    },
    dropped({ us, places }) {
      if (beganUs !== null) events.push({ us, ofPath: isIn(files, places[0]?.script) });
    },
    times: () => ({
      eventsMs: events.map(msOf),
      pathEventsMs: events.filter(({ ofPath }) => ofPath).map(msOf),
    }),
  };
}

/** Whether a tier is a compiler's, not bytecode or a stub. */
function isCompiled(tier: string): boolean {
  return /^o?[\^+*]'?$/.test(tier);
}

function scriptOf(title: string): string | undefined {
  return /((?:file:\/\/)?\/[^,<>]*?):\d+:\d+/.exec(title.replaceAll('\\x2C', ','))?.[1];
}

function isIn(files: ReadonlySet<string>, script: string | undefined): boolean {
  return script !== undefined && files.has(scriptFile(script));
}
