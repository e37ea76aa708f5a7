import { message } from '@contract/messages.ts';
import { expect, it } from 'vitest';
import { diskRefusal } from '../../../../src-main/app/files/disk-refusal.ts';

const coded = (code: string) => Object.assign(new Error(code), { code });

it.each(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])(
  'says that the disk is full, and where (%s)',
  (code) => {
    for (const error of [coded(code), new Error('not written', { cause: coded(code) })]) {
      const refusal = diskRefusal(error, '/data');
      expect(refusal?.code).toBe('storage-failed');
      expect(refusal?.message).toEqual(message('disk-full', { folder: '/data' }));
    }
  },
);

it.each(['EROFS', 'SQLITE_READONLY', 'SQLITE_READONLY_DBMOVED'])(
  'says that it can only be read (%s)',
  (code) => {
    expect(diskRefusal(coded(code), '/data')?.message).toEqual(
      message('disk-read-only', { folder: '/data' }),
    );
  },
);

it.each([coded('ENOENT'), new Error('a bug'), 'text', null])(
  'says nothing of other errors',
  (error) => {
    expect(diskRefusal(error, '/data')).toBeNull();
  },
);
