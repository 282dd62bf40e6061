export type Theme = 'light' | 'dark';

export interface ThemeSwitch {
  /** The theme that is shown. */
  current(): Theme;
  toggle(): void;
  /** Shows a theme until the returned function is called. */
  during(theme: Theme): () => void;
}

const key = 'hotpath-theme';

/** Starts with the theme chosen in this browser session, or else the system's. `changed` is called after each change. */
export function createThemeSwitch(changed: () => void): ThemeSwitch {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const wanted = (): Theme => chosen() ?? (dark.matches ? 'dark' : 'light');
  let shown = wanted();
  document.documentElement.dataset.theme = shown;
  const show = (theme: Theme): void => {
    if (theme === shown) return;
    shown = theme;
    document.documentElement.dataset.theme = theme;
    changed();
  };
  dark.addEventListener('change', () => show(wanted()));
  return {
    current: () => shown,
    toggle() {
      choose(shown === 'dark' ? 'light' : 'dark');
      show(wanted());
    },
    during(theme) {
      show(theme);
      return () => show(wanted());
    },
  };
}

let chosenHere: Theme | null = null;

/** Some pages have no access to storage. The choice then lasts until the page is reloaded. */
function chosen(): Theme | null {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : chosenHere;
  } catch {
    return chosenHere;
  }
}

function choose(theme: Theme): void {
  chosenHere = theme;
  try {
    sessionStorage.setItem(key, theme);
  } catch {}
}
