import type { ReactNode } from 'react';

/** Two lines of four groups: short enough to be compared by eye with another screen. */
const BYTES_PER_GROUP = 4;

/** A certificate's fingerprint in groups. */
export function Fingerprint({ label, value }: { label: string; value: string }): ReactNode {
  const bytes = value.split(':');
  const groups = Array.from({ length: Math.ceil(bytes.length / BYTES_PER_GROUP) }, (_, index) =>
    bytes.slice(index * BYTES_PER_GROUP, (index + 1) * BYTES_PER_GROUP).join(':'),
  );
  return (
    <figure className="fingerprint">
      <figcaption>{label}</figcaption>
      <code>
        {groups.map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </code>
    </figure>
  );
}
