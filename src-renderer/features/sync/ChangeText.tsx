import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SyncChange } from '@contract/models/sync.ts';
import { text } from '../../text/catalogue.ts';
import { OnlineDot } from '../probe/index.ts';

interface ChangeTextProps {
  change: SyncChange;
  /** The channel where a new camera may have been before. */
  former: number | null;
}

/** One change in a line: the channel, the camera, and what happened to it. */
export function ChangeText({ change, former }: ChangeTextProps): ReactNode {
  return (
    <span className="change">
      <span className="change__channel">{change.channel}</span>
      <WhatHappened change={change} former={former} />
    </span>
  );
}

function WhatHappened({ change, former }: ChangeTextProps): ReactNode {
  switch (change.kind) {
    case 'added':
      return (
        <>
          <OnlineDot isOnline={change.isOnline} />
          <span className="change__name">{change.name}</span>
          {former !== null && <span className="change__mark">{text.sync.sameName(former)}</span>}
          {!change.hasSub && <span className="change__note">{text.sync.noSub}</span>}
        </>
      );
    case 'renamed':
      return (
        <>
          <span className="change__name change__name--old">{change.from}</span>
          <ArrowRight size={15} aria-label={text.sync.becomes} />
          <span className="change__name">{change.to}</span>
          {change.isEditedByHand && <span className="change__mark">{text.sync.namedByYou}</span>}
        </>
      );
    case 'gone':
    case 'back':
      return <span className="change__name">{change.name}</span>;
    case 'sub-stream':
      return (
        <>
          <span className="change__name">{change.name}</span>
          <span className="change__note">
            {change.hasSub ? text.sync.hasSub : text.sync.lostSub}
          </span>
        </>
      );
  }
}
