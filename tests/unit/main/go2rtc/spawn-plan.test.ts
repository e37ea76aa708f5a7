import { describe, expect, it } from 'vitest';
import { planSpawn } from '../../../../src-main/app/go2rtc/spawn-plan.ts';

const ENV = { GOGC: '50' };

describe.each(['linux', 'darwin'] as const)('on %s', (platform) => {
  const plan = planSpawn(platform, '/opt/go2rtc', '/data/go2rtc.yaml', ENV);

  it('leads a process group of its own, so that the watcher can be killed with it', () => {
    expect(plan.isGroupLeader).toBe(true);
    expect(plan.options.detached).toBe(true);
  });

  it('has a lifeline on file descriptor 3, and nothing to read from', () => {
    expect(plan.options.stdio).toEqual(['ignore', 'pipe', 'pipe', 'pipe']);
  });

  it('leaves a watcher of descriptor 3 behind and becomes go2rtc without holding it', () => {
    const script = plan.args[1] ?? '';
    expect(script).toMatch(/cat <&3; kill -KILL \$\$\) &/);
    expect(script.indexOf('exec 3<&-')).toBeGreaterThan(script.indexOf(') &'));
    expect(script.trimEnd()).toMatch(/exec "\$@"$/);
  });

  it('closes all other descriptors before anything is started', () => {
    const script = plan.args[1] ?? '';
    expect(script.indexOf('exec $fd>&-')).toBeLessThan(script.indexOf('cat <&3'));
  });

  it('passes binary and config as arguments, never as part of the script', () => {
    expect(plan.command).toMatch(/^\/bin\/(ba)?sh$/);
    expect(plan.args.slice(2)).toEqual([
      'opus-go2rtc',
      '/opt/go2rtc',
      '-config',
      '/data/go2rtc.yaml',
    ]);
    expect(plan.args[1]).not.toContain('/opt/go2rtc');
  });
});

describe('on win32', () => {
  const plan = planSpawn('win32', 'C:\\go2rtc.exe', 'C:\\data\\go2rtc.yaml', ENV);

  it('is not detached: libuv then puts it into the job object that ends with the app', () => {
    expect(plan.options.detached).toBe(false);
    expect(plan.isGroupLeader).toBe(false);
  });

  it('starts go2rtc itself, without a shell and without a console window', () => {
    expect(plan.command).toBe('C:\\go2rtc.exe');
    expect(plan.args).toEqual(['-config', 'C:\\data\\go2rtc.yaml']);
    expect(plan.options.windowsHide).toBe(true);
    expect(plan.options).not.toHaveProperty('shell');
  });
});
