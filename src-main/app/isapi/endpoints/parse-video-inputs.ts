import { z } from 'zod';
import type { Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { parseBody } from '../xml/parse-body.ts';
import { element, flag, listOf, text } from '../xml/xml-values.ts';

/** A socket for a coaxial cable. */
export interface AnalogChannel {
  readonly id: string;
  readonly name: string | null;
  /** Null where the device does not say. */
  readonly hasPicture: boolean | null;
}

const NO_PICTURE = /^(?:no[\s_-]?(?:video|signal)|video[\s_-]?loss)$/i;

const channel = element({
  id: text.pipe(z.string()),
  name: text,
  videoInputEnabled: flag,
  resDesc: text,
}).transform(({ id, name, videoInputEnabled, resDesc }) => ({
  ...{ id, name },
  hasPicture: videoInputEnabled === false ? false : showsPicture(resDesc),
}));
const schema = element({ VideoInputChannel: listOf(channel) }).transform(
  (list) => list.VideoInputChannel,
);

function showsPicture(description: string | null): boolean | null {
  return description === null ? null : !NO_PICTURE.test(description);
}

/** Body of Hikvision ISAPI `GET /ISAPI/System/Video/inputs/channels`; `resDesc` is "NO VIDEO" where nothing is plugged in. */
export function parseVideoInputs(body: string): Result<AnalogChannel[], IsapiError> {
  return parseBody(body, 'VideoInputChannelList', schema);
}
