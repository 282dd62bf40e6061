import type { ReportPayload } from '../../../hotpath/src/model/report/report-payload.js';
import { element } from '../dom/element.js';
import { plainText } from '../theme/plain-text.js';
import { whilePrinting } from '../theme/printer.js';
import { createThemeSwitch } from '../theme/theme.js';
import { themeButton } from '../theme/theme-button.js';
import { createPathReport } from './path-report.js';
import { createTabs } from './tabs.js';

/** Fills the document: one path, or a tab for each. */
export function showReports({ paths }: ReportPayload): void {
  const recolours: (() => void)[] = [];
  const theme = createThemeSwitch(() => {
    for (const recolour of recolours) recolour();
  });
  const live = element('p', { class: 'unseen', role: 'status' });
  const say = (text: string): void => {
    live.textContent = text;
  };
  const reports = paths.map((path, index) =>
    createPathReport(path, { theme, prefix: `path-${index}-`, say }),
  );
  const tabs = createTabs(
    reports.map(({ element: panel }, index) => ({
      name: plainText(paths[index]?.report.path.name ?? ''),
      panel,
    })),
  );
  document.body.append(
    element(
      'div',
      { class: 'top' },
      element('span', { class: 'brand' }, 'hotpath'),
      ...tabs.list,
      themeButton(theme.toggle),
    ),
    element('main', {}, ...reports.map(({ element: panel }) => panel)),
    ...reports.flatMap(({ overlays }) => overlays),
    live,
  );
  recolours.push(...reports.map(({ recolour }) => recolour));
  for (const recolour of recolours) recolour();
  // Paper is light, shows all paths and all lines, and does not wait for a frame. Of rows it tells what the reader opened.
  whilePrinting(() => [theme.during('light'), tabs.showAll(), ...reports.flatMap(({ unfold }) => unfold())]);
}
