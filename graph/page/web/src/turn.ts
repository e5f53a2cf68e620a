/** Work that waits until what is drawn by now has been painted. */

let turns = 0;

/** Begins a turn, and gives what puts work off; it is left undone when another turn has begun by then. */
export function newTurn(): (work: () => void) => void {
  const mine = (turns += 1);
  return (work) => {
    setTimeout(() => {
      if (mine === turns) work();
    });
  };
}
