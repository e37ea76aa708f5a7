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

/** Ends whatever the element plays and frees its decoder; only `load()` after removing `src` does both at once. */
export function clearVideo(video: HTMLVideoElement): void {
  if (!video.hasAttribute('src')) return;
  video.pause();
  video.removeAttribute('src');
  video.load();
}

/** Starts playback; whether it really plays is judged by the frames that are shown, not by this promise. */
export function playQuietly(video: HTMLVideoElement): void {
  video.play().catch(() => undefined);
}
