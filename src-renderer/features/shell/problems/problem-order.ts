import type { Problem } from './problem.ts';

/** The newest first: what has just happened is what somebody looks for. What nobody knows the beginning of goes on now, so it comes before; what is only to be read comes last. */
export function bySince(problems: readonly Problem[]): Problem[] {
  const rank = ({ isBroken, sinceMs }: Problem): number => {
    if (!isBroken && sinceMs === null) return -1;
    return sinceMs ?? Infinity;
  };
  return [...problems].sort((one, other) => {
    const [first, second] = [rank(one), rank(other)];
    return first === second ? 0 : second - first;
  });
}
