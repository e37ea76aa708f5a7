/** A bare, muted picture that fills its tile; everything on top of it belongs to the UI. */
export function createVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  video.className = 'player-video';
  video.muted = true;
  video.playsInline = true;
  video.disablePictureInPicture = true;
  video.disableRemotePlayback = true;
  video.controls = false;
  Object.assign(video.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
  return video;
}

/** Where videos play that nobody sees. */
export function createParkingLot(): ParentNode {
  const lot = document.createElement('div');
  lot.hidden = true;
  document.body.append(lot);
  return lot;
}

/** Wide enough for a tile; a picture that fills the window is only held for a moment. */
const HELD_WIDTH_PX = 960;

/** The last picture stays in sight until the next one is there, although the element gets another source. */
export function holdPicture(video: HTMLVideoElement): void {
  const { videoWidth, videoHeight } = video;
  if (!(videoWidth > 0) || !(videoHeight > 0)) return;
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(HELD_WIDTH_PX, videoWidth);
  canvas.height = Math.round((canvas.width * videoHeight) / videoWidth);
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  video.poster = canvas.toDataURL('image/jpeg');
}

/** Ends whatever the element plays and frees its decoder; only `load()` after removing `src` does both at once. */
export function clearVideo(video: HTMLVideoElement): void {
  if (!video.hasAttribute('src')) return;
  video.pause();
  video.removeAttribute('poster');
  video.removeAttribute('src');
  video.load();
}

/** Starts playback; whether it really plays is judged by the frames that are shown, not by this promise. */
export function playQuietly(video: HTMLVideoElement): void {
  video.play().catch(() => undefined);
}
