// SPDX-License-Identifier: Apache-2.0
// The smallest holder of a state: one value, one pure function that changes it, listeners.

type Listener<State> = (state: State, before: State) => void;

export interface Store<State, Event> {
  get(): State;
  dispatch(event: Event): void;
  /** Called after each change with the state before it. */
  listen(listener: Listener<State>): void;
}

export function createStore<State, Event>(
  step: (state: State, event: Event) => State,
  state: State,
): Store<State, Event> {
  const listeners: Listener<State>[] = [];
  return {
    get: () => state,
    dispatch(event) {
      const before = state;
      state = step(state, event);
      // What a listener sees as "now" may be newer than its event: another listener may have acted.
      const now = state;
      if (now !== before) for (const listener of listeners) listener(now, before);
    },
    listen: (listener) => listeners.push(listener),
  };
}
