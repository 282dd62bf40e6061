import type { ThemeSwitch } from '../theme/theme.js';

/** What the parts of the page know of it. */
export interface ReportSurroundings {
  readonly theme: ThemeSwitch;
  /** Stands before ids of this path's elements. */
  readonly prefix: string;
  /** Tells who cannot see it what has changed. */
  readonly say: (text: string) => void;
}
