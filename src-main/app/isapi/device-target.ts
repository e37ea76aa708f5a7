/** One device's web door and who asks. */
export interface DeviceTarget {
  /** IP address or host name, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  readonly isHttps: boolean;
  readonly username: string;
  readonly password: string;
}

/** The value of a Host header. */
export function hostHeader({ host, port }: DeviceTarget): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
