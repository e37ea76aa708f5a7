import { findNodeAtLocation, type Node } from 'jsonc-parser';

/** Says on which line of a JSON text something stands, for messages that a person can act on in an editor. */
export class LineFinder {
  readonly #lineStarts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      this.#lineStarts.push(at + 1);
    }
  }

  /** The 1-based line of a character. */
  lineAt(offset: number): number {
    let [low, high] = [0, this.#lineStarts.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The line of a value; of the nearest thing around it where there is no such value. */
  lineOf(root: Node, path: readonly (string | number)[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node) return this.lineAt(node.offset);
    }
    return this.lineAt(root.offset);
  }
}
