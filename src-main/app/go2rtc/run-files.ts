import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk that is full, or that Linux has mounted read-only after errors. */
const REFUSALS = ['ENOSPC', 'EDQUOT', 'EROFS'];

/** The files of one life of go2rtc: the config it reads at its start, and the pid of the process. Both are gone after it. */
export class RunFiles {
  /** For a full disk: systemd's folder for such files of one user is memory. */
  readonly #spareParent: string;
  readonly #folder: string;
  #spare: string | null = null;

  constructor(folder: string, spareParent = process.env['XDG_RUNTIME_DIR'] ?? tmpdir()) {
    this.#folder = folder;
    this.#spareParent = spareParent;
  }

  /** Where go2rtc finds its config. */
  get config(): string {
    return path.join(this.#spare ?? this.#folder, 'go2rtc.yaml');
  }

  get pid(): string {
    return path.join(this.#folder, 'go2rtc.pid');
  }

  /**
   * Writes a new config each time, since the mode of an old file would stay as it was. A full disk must not keep the wall dark for want of
   * some hundred bytes: then it lies in a folder of its own elsewhere. Throws what the disk refused there, too.
   */
  async writeConfig(text: string): Promise<void> {
    try {
      await fs.mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await fs.rm(this.config, { force: true });
      await fs.writeFile(this.config, text, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!REFUSALS.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      await fs.rm(this.config, { force: true }).catch(() => null);
      this.#spare = await fs.mkdtemp(path.join(this.#spareParent, 'opus-nvr-'));
      await fs.writeFile(this.config, text, { mode: 0o600, flag: 'wx' });
    }
  }

  /** False: the disk refused. Only a crash of the app would be the worse for that, and the lifeline ends go2rtc then. */
  async writePid(pid: number | undefined): Promise<boolean> {
    const written = fs.writeFile(this.pid, String(pid ?? ''), { mode: 0o600 });
    return written.then(
      () => true,
      () => false,
    );
  }

  /** go2rtc has read it, and it holds the token. */
  async removeConfig(): Promise<void> {
    await fs.rm(this.config, { force: true });
  }

  /** Never rejects: an unwritable folder is the next launch's sentence to say. */
  async remove(): Promise<void> {
    for (const file of [this.pid, this.config])
      await fs.rm(file, { force: true }).catch(() => null);
    if (this.#spare !== null)
      await fs.rm(this.#spare, { recursive: true, force: true }).catch(() => null);
    this.#spare = null;
  }
}
