/** A keychain entry whose recorder was removed. It outlives the moment in which the removal can be taken back, also over a crash. */
export interface UnusedSecretTable {
  account: string;
}
