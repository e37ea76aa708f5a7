/** The page's own document and those of its frames; all of them come from one origin. */
export function documents(root: Document = document): Document[] {
  const frames = [...root.querySelectorAll('iframe')];
  return [root, ...frames.flatMap(({ contentDocument }) => contentDocument ?? [])];
}

/** Every video that a person could see now, in whatever frame it is. */
export function visibleVideos(): HTMLVideoElement[] {
  return documents()
    .flatMap((one) => [...one.querySelectorAll('video')])
    .filter(isVisible);
}

/** Whether a video is on the screen: laid out, not hidden, inside the window. */
export function isVisible(video: HTMLVideoElement): boolean {
  if (!video.isConnected) return false;
  if (!video.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { left, top, right, bottom } = boxOf(video);
  const isLaidOut = right > left && bottom > top;
  return isLaidOut && left < innerWidth && top < innerHeight && right > 0 && bottom > 0;
}

/** The source with which each video was last seen to have a picture. */
const pictured = new WeakMap<HTMLVideoElement, string>();

/** Whether some visible video with a picture covers this point of the window. */
export function hasPictureAt(x: number, y: number): boolean {
  return visibleVideos().some((video) => {
    const { left, top, right, bottom } = boxOf(video);
    const isThere = left <= x && x < right && top <= y && y < bottom;
    return hasPicture(video) && isThere;
  });
}

/** To be told of each frame that was presented: a seek right after it would hide that there is a picture. */
export function notePicture(video: HTMLVideoElement): void {
  pictured.set(video, video.currentSrc);
}

/** A video that waits for data, or seeks, goes on showing its last picture: only another source takes that away. */
function hasPicture(video: HTMLVideoElement): boolean {
  if (video.videoWidth === 0) return false;
  if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) notePicture(video);
  return pictured.get(video) === video.currentSrc;
}

/** In the coordinates of the window, also for a video inside a frame. */
function boxOf(video: HTMLVideoElement): {
  left: number;
  top: number;
  right: number;
  bottom: number;
} {
  const { left, top, width, height } = video.getBoundingClientRect();
  const frame = video.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
  const x = left + (frame?.left ?? 0);
  const y = top + (frame?.top ?? 0);
  return { left: x, top: y, right: x + width, bottom: y + height };
}
