import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SavedFiles } from '../../src-main/shell/saved-files.ts';
import { tempFolder } from '../support/temp-folder.ts';

const SITE = { kind: 'documents', baseName: 'site', extension: 'json', data: 'text' } as const;

async function files() {
  const home = await tempFolder();
  const shown: string[] = [];
  const saved = new SavedFiles({
    folderOf: (kind) => path.join(home, kind),
    show: (file) => shown.push(file),
  });
  return { saved, shown, home };
}

describe('a saved file', () => {
  it('lies in the app’s own folder, for this person alone, and replaces no other', async () => {
    const { saved, home } = await files();
    await saved.save(SITE);
    const second = await saved.save({ ...SITE, data: new Uint8Array([1, 2]) });
    const folder = path.join(home, 'documents', 'Opus NVR');
    expect(second).toMatchObject({ value: { path: path.join(folder, 'site (2).json') } });
    expect((await readdir(folder)).sort()).toEqual(['site (2).json', 'site.json']);
    expect(await readFile(path.join(folder, 'site.json'), 'utf8')).toBe('text');
    expect((await stat(path.join(folder, 'site.json'))).mode & 0o777).toBe(0o600);
  });

  it('may be named after a camera, whatever that is called', async () => {
    const { saved, home } = await files();
    await saved.save({
      ...SITE,
      kind: 'pictures',
      baseName: '../Tor\u0000 <Süd>: 1/2',
      extension: 'jpg',
    });
    expect(await readdir(path.join(home, 'pictures', 'Opus NVR'))).toEqual([
      '..-Tor- -Süd-- 1-2.jpg',
    ]);
  });

  it('that cannot be written is said', async () => {
    const { saved, home } = await files();
    await saved.save(SITE);
    const folder = path.join(home, 'documents', 'Opus NVR');
    await rm(folder, { recursive: true });
    await saved.save({ ...SITE, kind: 'videos', baseName: 'x'.repeat(300) }).then((answer) => {
      expect(answer).toMatchObject({ error: { code: 'storage-failed' } });
    });
    expect(await readdir(path.join(home, 'videos', 'Opus NVR'))).toEqual([]);
  });

  it('is shown while it is there, and no other file is', async () => {
    const { saved, shown } = await files();
    const answer = await saved.save(SITE);
    if (!answer.ok) throw new Error(answer.error.message.key);
    const { fileId, path: file } = answer.value;
    expect(await saved.reveal(fileId)).toEqual({ ok: true, value: null });
    expect(await saved.reveal(randomUUID())).toMatchObject({ error: { code: 'not-found' } });
    await rm(file);
    expect(await saved.reveal(fileId)).toMatchObject({ error: { code: 'not-found' } });
    expect(shown).toEqual([file]);
  });
});

describe('the list of saved files', () => {
  it('names pictures and recordings, the newest first, also those of an earlier run, and nothing else', async () => {
    const { saved, shown, home } = await files();
    await saved.save({ kind: 'pictures', baseName: 'Gate', extension: 'png', data: 'p' });
    await saved.save({ kind: 'videos', baseName: 'Dock', extension: 'mp4', data: 'v' });
    await saved.save(SITE);
    await saved.begin({ kind: 'videos', baseName: 'Growing', extension: 'mp4' });
    const folder = (kind: string) => path.join(home, kind, 'Opus NVR');
    await utimes(path.join(folder('videos'), 'Dock.mp4'), 10, 10);
    const later = new SavedFiles({
      folderOf: (kind) => path.join(home, kind),
      show: (file) => shown.push(file),
    });
    const list = await later.list();
    expect(list.map(({ name, kind }) => [name, kind])).toEqual([
      ['Gate.png', 'picture'],
      ['Dock.mp4', 'video'],
    ]);
    expect(list[1]?.savedAtMs).toBe(10_000);
    await later.reveal(list[0]?.fileId ?? '');
    expect(shown).toEqual([path.join(folder('pictures'), 'Gate.png')]);
    expect((await later.list())[0]?.fileId).toBe(list[0]?.fileId);
  });

  it('is empty where there is no folder yet', async () => {
    const { saved } = await files();
    expect(await saved.list()).toEqual([]);
  });
});
