/** How long a state may take to come about on a busy machine. Tests wait for states and assert no times. */
export const PATIENT = { timeout: 45_000, interval: 50 };

/** How long anything of go2rtc may outlive the app, or a stop. */
export const GONE_WITHIN = { timeout: 5_000, interval: 20 };
