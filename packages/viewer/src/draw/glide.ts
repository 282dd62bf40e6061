import type { Span } from './geometry.js';

/** What of the graph is in sight. */
export interface Sight {
  readonly span: Span;
  /** Of the first line of pixels, from the top of all rows. */
  readonly scroll: number;
}

const durationMs = 220;

export interface Glide {
  /** The part of the whole that is shown now. */
  span(): Span;
  /** Goes from a height to a sight, at once where motion is not wanted. */
  to(target: Sight, fromScroll: number, isInstant: boolean): void;
}

/** Moves from sight to sight; `show` is called with each on the way and with the last. */
export function createGlide(first: Sight, show: (sight: Sight) => void): Glide {
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let now = first;
  let turn = 0;
  return {
    span: () => now.span,
    to(target, fromScroll, isInstant) {
      const mine = ++turn;
      const from = { span: now.span, scroll: fromScroll };
      const start = performance.now();
      const step = (time: number): void => {
        if (mine !== turn) return;
        const part = isInstant || still.matches ? 1 : Math.min(1, Math.max(0, time - start) / durationMs);
        now = part === 1 ? target : between(from, target, eased(part));
        show(now);
        if (part < 1) requestAnimationFrame(step);
      };
      step(start);
    },
  };
}

function between(a: Sight, b: Sight, part: number): Sight {
  const mix = (from: number, to: number): number => from + (to - from) * part;
  return {
    span: { from: mix(a.span.from, b.span.from), to: mix(a.span.to, b.span.to) },
    scroll: mix(a.scroll, b.scroll),
  };
}

/** Fast at first and slow at last (cubic). */
function eased(part: number): number {
  return 1 - (1 - part) ** 3;
}
