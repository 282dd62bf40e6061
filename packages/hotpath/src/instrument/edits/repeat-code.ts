import type { DeclaredNames } from '../places/declarations.js';

/** A region to be run several times an execution. `index` names it in the inserted code. */
export interface Repeat {
  readonly index: number;
  readonly kind: 'repeat';
  /** The `start` offset of the region. */
  readonly start: number;
}

/** What inserted code reads and writes. */
export interface RepeatRuntime {
  /** How many more times the region runs in each execution. */
  readonly turns: Int32Array;
  /** Values that a turn gave and nothing else uses are stored here, so that their making is not optimised away. */
  kept: unknown;
}

/** The constant of the module that holds a repeat's runtime. */
export function repeatProlog({ index }: Repeat, runtime: string): string {
  return `const $hpRepeat${index} = ${runtime}[${index}];`;
}

/** Opens the loop around a region. `names` are the region's own variables that code behind it may use. */
export function openTurns({ index }: Repeat, names: readonly string[]): string {
  const outs = names.map((name) => `$hpOut${index}_${name}`);
  const declared = outs.length > 0 ? `let ${outs.join(', ')}; ` : '';
  return `${declared}$hpTurns${index}: for (let $hpTurn${index} = $hpRepeat${index}.turns[0]; $hpTurn${index} >= 0; $hpTurn${index}--) {`;
}

/** Closes the loop and declares the region's variables again, with the values of the last turn. */
export function closeTurns({ index }: Repeat, declared: readonly DeclaredNames[]): string {
  const names = declared.flatMap((declaration) => declaration.names);
  const carried = names.map((name) => `$hpOut${index}_${name} = ${name};`);
  const again = declared.map(
    (declaration) =>
      `${declaration.kind} ${declaration.names.map((name) => `${name} = $hpOut${index}_${name}`).join(', ')};`,
  );
  return [...carried, '}', ...again].join(' ');
}

/** Before a jump out of the region: goes on with the next turn while there is one. */
export function nextTurn({ index }: Repeat): string {
  return `if ($hpTurn${index} > 0) continue $hpTurns${index};`;
}

/** The same before a return, whose value is made in every turn. */
export function nextTurnKeeping({ index }: Repeat, value: string): string {
  return `if ($hpTurn${index} > 0) { $hpRepeat${index}.kept = ${value}; continue $hpTurns${index}; }`;
}
