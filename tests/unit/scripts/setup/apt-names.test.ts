import { describe, expect, it } from 'vitest';
import {
  WANTED,
  missingOf,
  parseInstalled,
  parseKnown,
  pickName,
} from '../../../../scripts/setup/apt-names.mjs';

const GTK = ['libgtk-3-0t64', 'libgtk-3-0'];

describe('the name of a package', () => {
  it('is the renamed one where only that is real', () => {
    expect(pickName(GTK, new Set(['libgtk-3-0t64']))).toBe('libgtk-3-0t64');
  });

  it('is the old one on older releases', () => {
    expect(pickName(GTK, new Set(['libgtk-3-0', 'ffmpeg']))).toBe('libgtk-3-0');
  });

  it('stays the usual one when apt knows neither, so that apt says so', () => {
    expect(pickName(GTK, new Set())).toBe('libgtk-3-0');
    expect(pickName('ffmpeg', new Set())).toBe('ffmpeg');
  });
});

describe('what is installed', () => {
  const output = 'ffmpeg ii \nlibgtk-3-0t64 ii \nxvfb rc \ndbus un \nmake iF \n';

  it('is only what is installed and configured', () => {
    expect(parseInstalled(output)).toEqual(new Set(['ffmpeg', 'libgtk-3-0t64']));
  });

  it('counts under any of its names', () => {
    expect(missingOf(['ffmpeg', GTK, 'xvfb'], parseInstalled(output))).toEqual(['xvfb']);
  });

  it('may be nothing', () => {
    expect(missingOf(WANTED, parseInstalled(''))).toEqual(WANTED);
  });
});

it('a virtual package is not one that can be installed', () => {
  const policy = [
    'libasound2:',
    '  Installed: (none)',
    '  Candidate: (none)',
    '  Version table:',
    'libasound2t64:',
    '  Installed: (none)',
    '  Candidate: 1.2.11-1build2',
    '  Version table:',
    '     1.2.11-1build2 500',
  ].join('\n');
  expect(parseKnown(policy)).toEqual(new Set(['libasound2t64']));
});
