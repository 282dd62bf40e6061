/** Holds a state and notifies its watchers. */
export interface Store<State extends object> {
  get(): State;
  change(change: Partial<State>): void;
  /** Calls `effect` now, and after each change of one of the fields. */
  watch(fields: readonly (keyof State)[], effect: (state: State) => void): void;
}

export function createStore<State extends object>(first: State): Store<State> {
  let state = first;
  const watchers: ((before: State) => void)[] = [];
  return {
    get: () => state,
    change(change) {
      const before = state;
      state = { ...state, ...change };
      for (const notify of watchers) notify(before);
    },
    watch(fields, effect) {
      effect(state);
      watchers.push((before) => {
        if (fields.some((field) => before[field] !== state[field])) effect(state);
      });
    },
  };
}
