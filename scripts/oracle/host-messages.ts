import type { Complaint } from '../keepalived/complaints.ts';

/*
 * What keepalived says because of the machine it runs on. The same text is fine elsewhere, so a linter
 * has nothing to say.
 */

interface HostMessage {
  readonly pattern: RegExp;
  readonly reason: string;
}

const hostMessages: readonly HostMessage[] = [
  {
    pattern: /interface .* doesn't exist$|^Non-existent interface|^unknown interface/i,
    reason: 'interfaces: which ones exist',
  },
  {
    pattern: /already exists and is not|is not a VRF$|^VRF \S+ not found/,
    reason: 'interfaces: what they are',
  },
  {
    pattern: /^Disabling track script|^SECURITY VIOLATION|^Unsafe permissions/,
    reason: 'scripts: whether they exist, who owns them',
  },
  {
    pattern: /set default user|uid\/gid|^WARNING - default user|^User '.*' does not exist/,
    reason: 'users',
  },
  {
    pattern: /^Config files missing|^No config files matched|^Some config files missing/,
    reason: 'files: what lies on the disk',
  },
  {
    pattern: /track file directory|realpath\(\) error|^Cannot initialise track file/i,
    reason: 'files: what lies on the disk',
  },
  {
    pattern: /^Invalid smtp server [^\d:\s]*[^\d.:\s]/,
    reason: 'DNS: a name that is not resolved',
  },
  {
    pattern: /^iptables not supported|^Unknown keyword .vrrp_ipsets/,
    reason: 'the build: nftables and no iptables',
  },
  {
    pattern:
      /^(?:TOS value|Routing table|Protocol|Scope) (?!\d+ )\S+ (?:is invalid|not found)|^Invalid scope '(?!\d+')|^Invalid (?:realms|ipproto) /,
    reason: 'iproute2: names of tables, protocols and the like',
  },
  {
    pattern: /^Invalid (?:startup|shutdown) script$/,
    reason: 'scripts: whether they exist, and users',
  },
  { pattern: /^cp: |^Unable to create config_save_dir/, reason: 'files: what lies on the disk' },
  { pattern: /^Invalid cpu_id:\d+ /, reason: 'the machine: how many processors it has' },
  { pattern: /kernel (?:does not|doesn't) support|not supported by kernel/, reason: 'the kernel' },
];

/** A complaint that follows from another one about the machine, and how that one is known. */
interface Follower {
  readonly pattern: RegExp;
  readonly isCause: (message: string, name: string) => boolean;
}

/** keepalived removes a script, or the interface of an instance, and then misses it. */
const followers: readonly Follower[] = [
  {
    pattern: /track script (\S+) not found/,
    isCause: (message, name) =>
      message.endsWith(`vrrp script ${name} - removing`) ||
      message.startsWith('Unable to set uid/gid for script'),
  },
  {
    pattern: /^(nftables) already specified/,
    isCause: (message) => message.startsWith('iptables not supported'),
  },
  {
    pattern: /^(Static address) \S+ requires either an interface or default interface/,
    isCause: (message) => message.startsWith('Non-existent interface'),
  },
  {
    pattern: /^\((.*)\) Unknown interface!$/,
    isCause: (message, name) => message.endsWith(`for vrrp_instance ${name} doesn't exist`),
  },
];

/** Why a complaint says something about the machine and nothing about the text; undefined if not so. */
export function hostReason({ message }: Complaint, all: readonly Complaint[]): string | undefined {
  const known = hostMessages.find(({ pattern }) => pattern.test(message));
  if (known) return known.reason;
  const follows = followers.some(({ pattern, isCause }) => {
    const [, name] = pattern.exec(message) ?? [];
    return name !== undefined && all.some((each) => isCause(each.message, name));
  });
  return follows ? 'what follows from another of these' : undefined;
}
