import { appError } from '@contract/app-error.ts';
import { err, type Result } from '@contract/result.ts';

/** TEMPORARY: stands for a handler that is being built on another branch. */
export async function pending(): Promise<Result<never>> {
  return err(appError('internal', 'Not built yet.'));
}
