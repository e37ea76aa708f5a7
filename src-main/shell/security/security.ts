import { app, type Session } from 'electron';

/** Closes every door a page could leave through; applies to all windows, also ones made later. */
export function lockDownWebContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      // A page that has failed may begin anew, but go nowhere else.
      if (event.url !== contents.getURL()) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // The page's policy says nothing of WebRTC, which speaks to any address.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** Camera, microphone, location, notifications, downloads: the page needs none of them. Files are saved by main. */
export function denyPermissions(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
}
