/** Whether recorder passwords can be read and stored. There is no second place for them. */
export type SecretsStatus = { state: 'available' } | { state: 'unavailable'; reason: string };
