import type { ReportPayload } from '../../../hotpath/src/model/report/report-payload.js';
import { element } from '../dom/element.js';
import { plainText } from '../theme/plain-text.js';
import { whilePrinting } from '../theme/printer.js';
import { createThemeSwitch } from '../theme/theme.js';
import { themeButton } from '../theme/theme-button.js';
import { createPathReport } from './path-report.js';
import { createTabs } from './tabs.js';

/** Builds the page: one path, or a tab per path. */
export function showReports({ paths }: ReportPayload): void {
  const recolours: (() => void)[] = [];
  const theme = createThemeSwitch(() => {
    for (const recolour of recolours) recolour();
  });
  const live = element('p', { class: 'unseen', role: 'status' });
  const announce = (text: string): void => {
    live.textContent = text;
  };
  const reports = paths.map((path, index) =>
    createPathReport(path, { theme, prefix: `path-${index}-`, announce }),
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
  // Print is light, shows all paths and lines, and needs the drawings before the next frame. Row details that are open stay open.
  whilePrinting(() => [theme.during('light'), tabs.showAll(), ...reports.flatMap(({ unfold }) => unfold())]);
}
