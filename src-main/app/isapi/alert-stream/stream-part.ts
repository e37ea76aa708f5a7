/** One whole part of an alert stream. */
export interface StreamPart {
  readonly kind: 'xml' | 'json' | 'picture' | 'other';
  /** As its head told it, in lower case; '' for a document that came without one. */
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** How much of one stream is held in memory at most, whatever the device sends. */
export interface StreamLimits {
  readonly headBytes: number;
  readonly documentBytes: number;
  readonly pictureBytes: number;
  /** So much without one whole part, and the stream is given up. */
  readonly uselessBytes: number;
}

/** An alert with all regions of a scene has some 20 KB, the picture of an 8 MP camera some 2 MB. */
export const STREAM_LIMITS: StreamLimits = {
  headBytes: 8 * 1024,
  documentBytes: 256 * 1024,
  pictureBytes: 4 * 1024 * 1024,
  uselessBytes: 16 * 1024 * 1024,
};
