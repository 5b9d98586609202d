import type { RealServer } from '@kalint/parser';

/* The checks of a real server that open connections or send packets. */

type Each<T> = T extends readonly (infer E)[] ? E : never;
type TcpCheck = Each<NonNullable<RealServer['TCP_CHECK']>>;

/** How these checks travel. */
const transports = [
  ['TCP_CHECK', 'TCP'],
  ['HTTP_GET', 'TCP'],
  ['SSL_GET', 'TCP'],
  ['SMTP_CHECK', 'TCP'],
  ['DNS_CHECK', 'UDP'],
  ['UDP_CHECK', 'UDP'],
  ['PING_CHECK', 'ICMP'],
] as const;

export type CheckName = (typeof transports)[number][0];
export type Transport = (typeof transports)[number][1];

/** What all of these checks can say. */
export type ConnectionSettings = Pick<
  TcpCheck,
  | 'bindto'
  | 'bind_if'
  | 'connect_ip'
  | 'connect_port'
  | 'connect_timeout'
  | 'delay_before_retry'
  | 'delay_loop'
  | 'retry'
  | 'statements'
>;

/** A check that goes to an address. */
export interface ConnectionCheck {
  readonly name: CheckName;
  readonly transport: Transport;
  readonly settings: ConnectionSettings;
}

export function connectionChecksOf(server: RealServer): readonly ConnectionCheck[] {
  const checks: ConnectionCheck[] = [];
  for (const [name, transport] of transports) {
    for (const settings of server[name] ?? []) checks.push({ name, transport, settings });
  }
  return checks;
}
