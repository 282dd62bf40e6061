import type { PathPayload } from '../../../hotpath/src/model/report/report-payload.js';
import { element } from '../dom/element.js';
import { createProcesses } from './forks/forks.js';
import { createLedger } from './ledger/ledger.js';
import type { ReportSurroundings } from './page-context.js';
import { createEnvironment } from './sections/environment.js';
import { createFindings } from './sections/findings.js';
import { createFlamePart, type FlamePart } from './sections/flame-part.js';
import { createFloors } from './sections/floors.js';
import { createMethod } from './sections/method.js';
import { createSummary } from './sections/summary-part.js';

export interface PathReport {
  readonly element: HTMLElement;
  readonly overlays: readonly HTMLElement[];
  recolour(): void;
  /** Makes it ready for paper: all lines of the ledger are there; the functions that are returned put it back. */
  unfold(): (() => void)[];
}

/** The report of one path, from what matters most on. */
export function createPathReport(
  { report, flame }: PathPayload,
  surroundings: ReportSurroundings,
): PathReport {
  const ledger = createLedger(report, surroundings);
  const flames: FlamePart[] = flame ? [createFlamePart(flame, surroundings)] : [];
  const content = element(
    'article',
    { class: 'path' },
    createSummary(report),
    ledger.element,
    ...createFloors(report),
    ...flames.map((part) => part.element),
    createProcesses(report),
    createFindings(report),
    createEnvironment(report),
    createMethod(report),
  );
  return {
    element: content,
    overlays: flames.flatMap(({ overlays }) => overlays),
    recolour() {
      for (const part of flames) part.recolour();
    },
    unfold: () => [ledger.unfold(), ...flames.map(({ freeze }) => freeze())],
  };
}
