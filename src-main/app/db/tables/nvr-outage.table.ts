/** A recorder whose login is not accepted or that cannot be reached. */
export interface NvrOutageTable {
  nvr_id: number;
  /** Unix time in ms of the first failure after the last accepted login. */
  since_ms: number;
}
