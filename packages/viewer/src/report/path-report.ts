import type { PathPayload } from '../../../hotpath/src/model/report/report-payload.js';
import { element } from '../dom/element.js';
import { createForks } from './forks/forks.js';
import { createLedger } from './ledger/ledger.js';
import type { PageContext } from './page-context.js';
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
  /** Prepares for print: shows all lines of the ledger. The returned functions undo it. */
  unfold(): (() => void)[];
}

/** The report of one path, most important part first. */
export function createPathReport({ report, flame }: PathPayload, context: PageContext): PathReport {
  const ledger = createLedger(report, context);
  const flames: FlamePart[] = flame ? [createFlamePart(flame, context)] : [];
  const content = element(
    'article',
    { class: 'path' },
    createSummary(report),
    ledger.element,
    ...createFloors(report),
    ...flames.map((part) => part.element),
    createForks(report),
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
