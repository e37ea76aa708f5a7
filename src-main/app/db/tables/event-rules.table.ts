/** What becomes of events: one row, or none before somebody changed it. */
export interface EventRulesTable {
  id: 1;
  /** JSON of the contract's EventRules. */
  rules: string;
}
