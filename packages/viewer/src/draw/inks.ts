import type { Inks } from './draw-flame.js';

/** Reads the colours of an element from its CSS custom properties. */
export function inksOf(themed: Element): Inks {
  const style = getComputedStyle(themed);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: token('graph-paper'),
    ink: token('ink'),
    label: token('box-ink'),
    mark: token('mark'),
    root: token('root-box'),
    remainder: token('remainder-box'),
  };
}
