import type { RequestChannel } from '@contract/ipc-contract.ts';
import type { PageDebugger } from '../../scripts/devtools/page-debugger.ts';

/** Asks main as the page does; throws what it refused. */
export async function askMain<Answer>(
  page: PageDebugger,
  channel: RequestChannel,
  payload: unknown,
): Promise<Answer> {
  const asked = `opus.request(${JSON.stringify(channel)}, ${JSON.stringify(payload)})`;
  const answer = (await page.evaluate(asked)) as { ok: boolean; value: Answer; error: unknown };
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
