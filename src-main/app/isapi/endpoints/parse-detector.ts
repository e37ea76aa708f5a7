import { ok, type Result } from '@contract/result.ts';
import type { IsapiError } from '../isapi-error.ts';
import { readXml } from '../xml/xml-document.ts';
import { element, flag } from '../xml/xml-values.ts';
import { parseBody } from '../xml/parse-body.ts';

const schema = element({ enabled: flag }).transform(({ enabled }) => enabled);

/**
 * The switch in a detector's document of Hikvision ISAPI (`MotionDetection`, `VideoLoss`, `LineDetection`: each has a root of its own and the
 * same `enabled`). Null: it does not say.
 */
export function parseDetector(body: string): Result<boolean | null, IsapiError> {
  const document = readXml(body);
  if (!document.ok) return document;
  const { root } = document.value;
  if (/status$/i.test(root) || /^html$/i.test(root)) return parseBody(body, 'Detector', schema);
  return ok(schema.parse(document.value.content));
}
