import type { ThemeSwitch } from '../theme/theme.js';

/** What the parts of a path's report need from the page. */
export interface PageContext {
  readonly theme: ThemeSwitch;
  /** Prefix of element ids, unique among the paths of a page. */
  readonly prefix: string;
  /** Announces a change to screen readers. */
  readonly announce: (text: string) => void;
}
