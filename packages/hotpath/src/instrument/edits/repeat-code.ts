import type { DeclaredNames } from '../places/declarations.js';

/** A region to run several times per execution. `index` identifies it in the inserted code. */
export interface Repeat {
  readonly index: number;
  readonly kind: 'repeat';
  /** The `start` offset of the region. */
  readonly start: number;
}

/** The object that inserted code reads and writes. */
export interface RepeatRuntime {
  /** Extra runs of the region per execution, at index 0. */
  readonly turns: Int32Array;
  /** Receives values that a turn computes and nothing uses, so that V8 does not eliminate the computation. */
  kept: unknown;
}

/** Declares the module constant that holds the runtime of a repeat. */
export function repeatProlog({ index }: Repeat, runtime: string): string {
  return `const $hpRepeat${index} = ${runtime}[${index}];`;
}

/** Opens the loop around a region. `names`: variables that the region declares and later code may use. */
export function openTurns({ index }: Repeat, names: readonly string[]): string {
  const outs = names.map((name) => `$hpOut${index}_${name}`);
  const declared = outs.length > 0 ? `let ${outs.join(', ')}; ` : '';
  return `${declared}$hpTurns${index}: for (let $hpTurn${index} = $hpRepeat${index}.turns[0]; $hpTurn${index} >= 0; $hpTurn${index}--) {`;
}

/** Closes the loop and declares the variables of the region again, with the values of the last turn. */
export function closeTurns({ index }: Repeat, declared: readonly DeclaredNames[]): string {
  const names = declared.flatMap((declaration) => declaration.names);
  const carried = names.map((name) => `$hpOut${index}_${name} = ${name};`);
  const again = declared.map(
    (declaration) =>
      `${declaration.kind} ${declaration.names.map((name) => `${name} = $hpOut${index}_${name}`).join(', ')};`,
  );
  return [...carried, '}', ...again].join(' ');
}

/** Inserted before a jump out of the region: starts the next turn if there is one. */
export function nextTurn({ index }: Repeat): string {
  return `if ($hpTurn${index} > 0) continue $hpTurns${index};`;
}

/** As `nextTurn`, before a return, whose value is computed in every turn. */
export function nextTurnKeeping({ index }: Repeat, value: string): string {
  return `if ($hpTurn${index} > 0) { $hpRepeat${index}.kept = ${value}; continue $hpTurns${index}; }`;
}
