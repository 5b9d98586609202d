/*
 * What kalint says where keepalived has a message. keepalived's messages are named by their place in the
 * source of keepalived 2.4.3, such as `vrrp/vrrp.c:3280` for keepalived/vrrp/vrrp.c, line 3280.
 */

/** A message that one of the rules covers. */
export interface CoveredMessage {
  readonly rule: string;
  /** A configuration about which keepalived says it, and the rule too. */
  readonly example: string;
  /** The release that reads the example, when it is not the newest. */
  readonly release?: string;
}

/** A message that no text decides. */
export interface UndecidableMessage {
  /** What it depends on: the host's interfaces, memory, files that only the host has. */
  readonly dependsOn: string;
}

/** A message that text decides, and no rule covers. */
export interface OpenMessage {
  readonly open: string;
}

/** Each message of a part of keepalived, by its place. */
export type Coverage = Readonly<Record<string, CoveredMessage | UndecidableMessage | OpenMessage>>;
