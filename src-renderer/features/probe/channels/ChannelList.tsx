import type { ReactNode } from 'react';
import type { ProbedChannel } from '@contract/models/probe.ts';
import { text } from '../../../text/catalogue.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import './channel-list.css';
import { OnlineDot } from './OnlineDot.tsx';
import { streamTexts } from './stream-text.ts';

interface ChannelListProps {
  channels: readonly ProbedChannel[];
  chosen: ReadonlySet<number>;
  onChoose: (channels: readonly number[], isChosen: boolean) => void;
}

/** The recorder's cameras to choose from. At most 256 rows, so all of them are there. */
export function ChannelList({ channels, chosen, onChoose }: ChannelListProps): ReactNode {
  const all = channels.map(({ channel }) => channel);
  if (channels.length === 0) {
    return <p className="channel-list__empty">{text.probe.noCameras}</p>;
  }
  return (
    <section className="channel-list" aria-label={text.probe.cameras}>
      <header>
        <Checkbox
          label={text.probe.chosen(chosen.size, all.length)}
          checked={chosen.size === all.length}
          isMixed={chosen.size > 0 && chosen.size < all.length}
          onChange={(isChosen) => onChoose(all, isChosen)}
        />
        <span>{text.probe.mainStream}</span>
        <span>{text.probe.subStream}</span>
      </header>
      <ul>
        {channels.map((each) => (
          <ChannelRow
            key={each.channel}
            channel={each}
            isChosen={chosen.has(each.channel)}
            onChoose={(isChosen) => onChoose([each.channel], isChosen)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ChannelRowProps {
  channel: ProbedChannel;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

function ChannelRow({ channel, isChosen, onChoose }: ChannelRowProps): ReactNode {
  const { main, sub } = streamTexts(channel);
  return (
    <li>
      <Checkbox
        label={
          <>
            <span className="channel-list__number">{channel.channel}</span>
            <OnlineDot isOnline={channel.online} />
            <span className="channel-list__name" dir="auto" title={channel.name}>
              {channel.name || text.probe.noName}
            </span>
          </>
        }
        checked={isChosen}
        onChange={onChoose}
      />
      <span>{main}</span>
      <span data-missing={channel.sub === null}>{sub}</span>
    </li>
  );
}
