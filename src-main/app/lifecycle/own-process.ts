/** A process of our own as main sees it: Electron's utility process, or a plain Node child in tests. */
export interface OwnProcess<To, From> {
  readonly pid: number | undefined;
  post: (message: To) => void;
  onMessage: (listener: (message: From) => void) => void;
  /** Once, with a word on how it ended. */
  onExit: (listener: (reason: string) => void) => void;
  /** SIGKILL: it may be stopped, and it holds nothing that would be lost. */
  kill: () => void;
}
