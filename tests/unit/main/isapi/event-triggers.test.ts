import { describe, expect, it } from 'vitest';
import { insertCenter } from '../../../../src-main/app/isapi/endpoints/insert-center.ts';
import { parseEventTriggers } from '../../../../src-main/app/isapi/endpoints/parse-event-triggers.ts';

const XMLNS = 'version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema"';
const RECORD =
  '<EventTriggerNotification>\r\n<id>record-1</id>\r\n<notificationMethod>record</notificationMethod>\r\n<videoInputID>1</videoInputID>\r\n</EventTriggerNotification>\r\n';
const CENTER =
  '<EventTriggerNotification><id>center</id><notificationMethod>center</notificationMethod></EventTriggerNotification>';
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>\r\n<EventTriggerNotificationList ${XMLNS}>\r\n`;
const TAIL = '</EventTriggerNotificationList>\r\n';

describe('the list of triggers', () => {
  it('tells camera and methods of each one, or that it concerns the device', () => {
    const body = `<EventTriggerList ${XMLNS}>
      <EventTrigger><id>VMD-3</id><eventType>VMD</eventType><dynVideoInputChannelID>3</dynVideoInputChannelID><EventTriggerNotificationList>${RECORD}${CENTER}</EventTriggerNotificationList></EventTrigger>
      <EventTrigger><id>tamper-1</id><eventType>shelteralarm</eventType><videoInputChannelID>1</videoInputChannelID><EventTriggerNotificationList/></EventTrigger>
      <EventTrigger><id>diskfull</id><eventType>diskfull</eventType></EventTrigger></EventTriggerList>`;
    expect(parseEventTriggers(body)).toEqual({
      ok: true,
      value: [
        {
          id: 'VMD-3',
          eventType: 'VMD',
          channel: { of: 'ip', id: '3' },
          methods: ['record', 'center'],
        },
        {
          id: 'tamper-1',
          eventType: 'shelteralarm',
          channel: { of: 'analog', id: '1' },
          methods: [],
        },
        { id: 'diskfull', eventType: 'diskfull', channel: null, methods: null },
      ],
    });
  });
});

it('a list that newer firmware wraps is the same list', () => {
  const entry = '<EventTrigger><id>diskfull</id><eventType>diskfull</eventType></EventTrigger>';
  const list = `<EventTriggerList version="2.0">${entry}</EventTriggerList>`;
  const body = `<EventNotification ${XMLNS}>${list}</EventNotification>`;
  expect(parseEventTriggers(body)).toMatchObject({ ok: true, value: [{ id: 'diskfull' }] });
  expect(parseEventTriggers('<html/>').ok).toBe(false);
});

describe('center', () => {
  it('goes into the document of the device, and all else stays as it was', () => {
    expect(insertCenter(HEAD + RECORD + TAIL)).toEqual({
      ok: true,
      value: { body: HEAD + RECORD + CENTER + TAIL },
    });
  });

  it('goes into a list that is written as one tag', () => {
    expect(insertCenter(`<EventTriggerNotificationList ${XMLNS}/>`)).toEqual({
      ok: true,
      value: {
        body: `<EventTriggerNotificationList ${XMLNS}>${CENTER}</EventTriggerNotificationList>`,
      },
    });
  });

  it('takes the prefix that the device uses', () => {
    const list = 'h:EventTriggerNotificationList';
    const inserted = insertCenter(`<${list} xmlns:h="urn:x"></${list}>`);
    const entry = '<h:id>center</h:id>';
    expect(inserted).toMatchObject({ value: { body: expect.stringContaining(entry) as string } });
  });

  it('is sent as UTF-8, whatever the device wrote in', () => {
    const head = HEAD.replace('UTF-8', 'gb2312');
    expect(insertCenter(head + TAIL)).toEqual({
      ok: true,
      value: { body: HEAD + CENTER + TAIL },
    });
  });

  it('is not put in twice', () => {
    expect(insertCenter(HEAD + CENTER + TAIL)).toEqual({ ok: true, value: 'is-in' });
  });

  it('is not sent where it would come into something else than the list', () => {
    const comment = '<!-- </EventTriggerNotificationList> -->';
    expect(insertCenter(HEAD + RECORD + TAIL + comment)).toEqual({ ok: true, value: 'impossible' });
  });

  it('is not put into a page of the web server', () => {
    expect(insertCenter('<html><body>Login</body></html>').ok).toBe(false);
  });
});
