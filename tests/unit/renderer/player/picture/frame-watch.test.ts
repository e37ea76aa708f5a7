import { expect, it } from 'vitest';
import { FrameWatch } from '../../../../../src-renderer/player/picture/frame-watch.ts';
import { FakeVideo } from '../fake-media.ts';

function createWatch() {
  const video = new FakeVideo();
  const seenS: number[] = [];
  const watch = new FrameWatch(video as unknown as HTMLVideoElement, ({ mediaTimeS }) =>
    seenS.push(mediaTimeS),
  );
  const show = (...timesS: number[]) => timesS.forEach((timeS) => video.show(timeS));
  return { video, watch, seenS, show };
}

it('reports every frame, then one for each call, and counts all of them', () => {
  const { watch, seenS, show } = createWatch();
  watch.start();
  show(1, 2, 3);
  watch.reportOne();
  show(4, 5, 6);
  watch.reportOne();
  watch.reportOne();
  show(7, 8);
  expect(seenS).toEqual([1, 2, 3, 4, 7]);
  expect(watch.framesShown).toBe(7);
  watch.start();
  show(9, 10);
  expect(seenS).toEqual([1, 2, 3, 4, 7, 9, 10]);
  expect(watch.framesShown).toBe(10);
});

it('does not report the picture again that a seek shows again', () => {
  const { watch, seenS, show } = createWatch();
  watch.start();
  show(1, 1, 2);
  expect(seenS).toEqual([1, 2]);
});

it('reports nothing after its end', () => {
  const { video, watch, seenS, show } = createWatch();
  watch.reportOne();
  watch.stop();
  show(1);
  expect(seenS).toEqual([]);
  expect(video.isWatched).toBe(false);
});
