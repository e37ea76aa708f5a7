import type { Message } from '../../../../src-main/app/events/conditions/condition.ts';

/** A message as a recorder sends it; what is left out is of no matter to the test. */
export function told(entries: Partial<Message> = {}): Message {
  return {
    ...{ nvrId: 1, type: 'line-crossing', deviceType: 'linedetection', state: 'active' },
    ...{ channel: 3, part: '', target: null, atMs: 1_000, deviceTime: null },
    ...{ isHistory: false, isLasting: false },
    ...entries,
  };
}
