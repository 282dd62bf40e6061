import type { PathPayload } from '../../../hotpath/src/model/report/report-payload.js';
import { element } from '../dom/element.js';
import { createEnvironment } from './environment.js';
import { createFindings } from './findings.js';
import { createFlamePart, type FlamePart } from './flame-part.js';
import { createFloors } from './floors.js';
import { createLedger } from './ledger.js';
import { createMethod } from './method.js';
import { createProcesses } from './processes.js';
import { createSummary } from './summary-part.js';
import type { ReportSurroundings } from './surroundings.js';

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
