import { useId, type ReactNode } from 'react';
import type { SyncPreview } from '@contract/models/sync.ts';
import { text } from '../../text/catalogue.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ChangeText } from './ChangeText.tsx';
import { changeGroups, formerChannel, type ChangeGroup } from './change-groups.ts';

interface ChangeListProps {
  preview: SyncPreview;
  picked: ReadonlySet<string>;
  onPick: (keys: readonly string[], isPicked: boolean) => void;
}

/** What differs, by what happened, to pick from one by one or group by group. */
export function ChangeList(props: ChangeListProps): ReactNode {
  return changeGroups(props.preview.changes).map((group) => (
    <Group key={group.kind} group={group} {...props} />
  ));
}

function Group({
  group: { kind, changes },
  preview,
  picked,
  onPick,
}: ChangeListProps & { group: ChangeGroup }): ReactNode {
  const { title, effect } = text.sync.groups[kind];
  const titleId = useId();
  const keys = changes.map(({ key }) => key);
  const count = keys.filter((key) => picked.has(key)).length;
  return (
    <section className="change-group" aria-labelledby={titleId}>
      <header>
        <Checkbox
          label={
            <h3 id={titleId}>
              {title} <span>{text.sync.picked(count, keys.length)}</span>
            </h3>
          }
          checked={count === keys.length}
          isMixed={count > 0 && count < keys.length}
          onChange={(isPicked) => onPick(keys, isPicked)}
        />
        <p>{effect}</p>
      </header>
      <ul>
        {changes.map((change) => (
          <li key={change.key}>
            <Checkbox
              label={<ChangeText change={change} former={formerChannel(change, preview)} />}
              checked={picked.has(change.key)}
              onChange={(isPicked) => onPick([change.key], isPicked)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
