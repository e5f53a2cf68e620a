/** The states a reader went through, so that a step can be undone and done again. */

export interface Past {
  /** Takes up a state that differs from the present one; what was undone is then gone. */
  push(state: string): void;
  /** The state before, which becomes the present one; null where there is none. */
  undo(): string | null;
  redo(): string | null;
  canUndo(): boolean;
  canRedo(): boolean;
}

export function makePast(first: string): Past {
  let states = [first];
  let at = 0;
  const go = (step: number): string | null => {
    const state = states[at + step];
    if (state === undefined) return null;
    at += step;
    return state;
  };
  return {
    push(state) {
      if (state === states[at]) return;
      states = [...states.slice(0, at + 1), state];
      at += 1;
    },
    undo: () => go(-1),
    redo: () => go(1),
    canUndo: () => at > 0,
    canRedo: () => at < states.length - 1,
  };
}
