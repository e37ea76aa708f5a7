/**
 * The tile a key leads to. Left and right follow the order of the wall over the ends of rows; at the ends of the page the focus
 * stays, since pages have keys of their own.
 * @param slot 0-based, in the order of the wall
 * @param side tiles along one side
 * @param tiles on this page
 */
export function slotAfter(key: string, slot: number, side: number, tiles: number): number {
  const last = tiles - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, slot - 1);
    case 'ArrowRight':
      return Math.min(last, slot + 1);
    case 'ArrowUp':
      return slot < side ? slot : slot - side;
    case 'ArrowDown': {
      const isLastRow = Math.floor(slot / side) === Math.floor(last / side);
      return isLastRow ? slot : Math.min(last, slot + side);
    }
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return slot;
  }
}
