import type { Dose } from '../../../model/measurement/verification.js';

/** A dose that can be set from outside; it does nothing until then. */
export interface DoseRuntime {
  readonly dose: () => void;
  set(dose: Dose | null, turnsPerNs: number): void;
}

/*
 * Work that fills the processor's issue slots, so that little of the code around it can run at the same time. Each runtime is
 * compiled from its own text, as clocks are.
 */
const text = `
  let a = 1, b = 2, c = 3, d = 4;
  const never = new Int32Array(new SharedArrayBuffer(4));
  const kept = [];
  const rare = () => {
    if (state[1] > 0) Atomics.wait(never, 0, 0, state[1]);
    const objects = state[2];
    for (let i = 0; i < objects; i++) kept[i & 63] = { a: i, b: i, c: i, d: i };
  };
  return () => {
    const turns = state[0];
    if (turns === 0) return;
    if (turns < 0) { rare(); return; }
    let p = a, q = b, r = c, s = d;
    for (let i = 0; i < turns; i++) {
      p = (p + 0x3c6ef372 | 0) ^ 0x5bd1;
      q = (q + 0x1b873593 | 0) ^ 0x27d4;
      r = (r + 0x2545f491 | 0) ^ 0x1656;
      s = (s + 0x0b4b82e3 | 0) ^ 0x3243;
    }
    a = p; b = q; c = r; d = s;
  };`;

export function createDoseRuntime(id: string): DoseRuntime {
  const state = new Float64Array(3);
  const make = new Function('state', `/* ${id} */ "use strict"; ${text}`) as (
    state: Float64Array,
  ) => () => void;
  return {
    dose: make(state),
    set(dose, turnsPerNs) {
      state.set([0, 0, 0]);
      if (dose?.kind === 'delay') state[0] = Math.round(dose.ns * turnsPerNs);
      if (dose?.kind === 'wait') state.set([-1, dose.ms, 0]);
      if (dose?.kind === 'allocation') state.set([-1, 0, dose.objects]);
    },
  };
}
