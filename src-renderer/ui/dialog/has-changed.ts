/** Whether any field of a form is another than before. Both have the same fields. */
export function hasChanged<T extends object>(before: T, now: T): boolean {
  return Object.entries(now).some(([field, value]) => before[field as keyof T] !== value);
}
