// SPDX-License-Identifier: Apache-2.0
// The smallest holder of a state: one value, one pure function that changes it, listeners.

export interface Store<State, Event> {
  get(): State;
  dispatch(event: Event): void;
  /** Called after each change with the state before it; returns the way to stop listening. */
  listen(listener: (state: State, before: State) => void): () => void;
}

export function createStore<State, Event>(
  step: (state: State, event: Event) => State,
  first: State,
): Store<State, Event> {
  let state = first;
  const listeners = new Set<(state: State, before: State) => void>();
  return {
    get: () => state,
    dispatch(event) {
      const before = state;
      state = step(state, event);
      if (state !== before) for (const listener of [...listeners]) listener(state, before);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
