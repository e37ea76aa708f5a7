/** One device's web door and who asks. */
export interface DeviceTarget {
  /** IP address or host name, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  readonly isHttps: boolean;
  readonly username: string;
  readonly password: string;
}

/** The value of a Host header. A zone is this computer's own business (RFC 6874, section 3). */
export function hostHeader({ host, port }: DeviceTarget): string {
  const name = host.replace(/%.*$/, '');
  return `${name.includes(':') ? `[${name}]` : name}:${port}`;
}
