import { meaningOf, parseResponseStatus } from '../endpoints/parse-response-status.ts';
import { decodeBody } from '../http/decode-body.ts';
import { badAnswer, type IsapiError } from '../isapi-error.ts';
import { readJson } from '../xml/json-document.ts';
import { readXml } from '../xml/xml-document.ts';
import { isSameTag } from '../xml/xml-values.ts';
import { type Alert, alertSchema } from './alert.ts';

const ROOT = 'EventNotificationAlert';
const START = `<${ROOT}`;

/**
 * What one document of an alert stream says: an alert, why there are none, or something else that is no fault (the answer to a subscription).
 * Null: it cannot be read.
 */
export function judgeDocument(
  bytes: Buffer,
  contentType: string,
): Alert | IsapiError | 'something-else' | null {
  const text = decodeBody(bytes, contentType);
  const isJson = text.trimStart().startsWith('{');
  const document = isJson ? readJson(text, ROOT) : readAlertXml(text);
  if (!document.ok) {
    return document.error.kind === 'hostile' || isWebPage(document.error) ? document.error : null;
  }
  const { root, content } = document.value;
  const alert = isSameTag(root, ROOT) ? alertSchema.parse(content) : null;
  if (alert !== null) return alert;
  const status = parseResponseStatus(text);
  if (status !== null) return meaningOf(status) ?? badAnswer();
  return isSameTag(root, ROOT) ? null : 'something-else';
}

/** One that broke off where no delimiter tells has the next one in it. */
function readAlertXml(text: string): ReturnType<typeof readXml> {
  const document = readXml(text);
  const last = text.lastIndexOf(START);
  const isNested = !document.ok && last > text.indexOf(START);
  return isNested ? readXml(text.slice(last)) : document;
}

function isWebPage(error: IsapiError): boolean {
  return error.kind === 'bad-answer' && error.answer === 'web-page';
}
