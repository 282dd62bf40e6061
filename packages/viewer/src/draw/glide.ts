import type { Span } from './geometry.js';

/** The visible part of the graph. */
export interface Sight {
  readonly span: Span;
  /** Scroll position: the first visible pixel row, counted from the top of all rows. */
  readonly scroll: number;
}

const durationMs = 220;

export interface Glide {
  /** The range that is shown now. */
  span(): Span;
  /** Animates from a scroll position to a target. Jumps if `isInstant`, or if the user prefers reduced motion. */
  to(target: Sight, fromScroll: number, isInstant: boolean): void;
}

/** Animates between sights. `show` is called for each frame and for the target. */
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

/** Cubic ease-out. */
function eased(part: number): number {
  return 1 - (1 - part) ** 3;
}
