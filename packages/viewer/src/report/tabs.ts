import { button, element } from '../dom/element.js';

export interface Tab {
  /** Safe to show. */
  readonly name: string;
  readonly panel: HTMLElement;
}

export interface Tabs {
  /** The list of tabs; empty for a single panel. */
  readonly list: readonly HTMLElement[];
  /** Shows all panels until the returned function is called. */
  showAll(): () => void;
}

/** Shows one panel at a time. Arrow keys move between tabs. */
export function createTabs(tabs: readonly Tab[]): Tabs {
  if (tabs.length < 2) return { list: [], showAll: () => () => {} };
  let chosen = 0;
  const titles = tabs.map(({ name, panel }, index) => {
    panel.id = `panel-${index}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${index}`);
    const title = { role: 'tab', id: `tab-${index}`, 'aria-controls': panel.id, title: name };
    return button(title, () => choose(index), element('bdi', {}, name));
  });
  const choose = (index: number): void => {
    chosen = index;
    titles.forEach((title, one) => {
      title.setAttribute('aria-selected', String(one === index));
      title.tabIndex = one === index ? 0 : -1;
    });
    tabs.forEach(({ panel }, one) => {
      panel.hidden = one !== index;
    });
  };
  choose(0);
  const list = element('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Paths' }, ...titles);
  list.addEventListener('keydown', (event) => {
    const next = tabAfter(event.key, chosen, tabs.length);
    if (next === null) return;
    event.preventDefault();
    choose(next);
    titles[next]?.focus();
  });
  return {
    list: [list],
    showAll() {
      for (const { panel } of tabs) panel.hidden = false;
      return () => choose(chosen);
    },
  };
}

function tabAfter(key: string, chosen: number, count: number): number | null {
  if (key === 'ArrowRight') return (chosen + 1) % count;
  if (key === 'ArrowLeft') return (chosen + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
