import type { Statement, VrrpInstance } from '@kalint/parser';

/** What makes keepalived take an instance for a unicast one (vrrp_parser.c, VRRP_FLAG_UNICAST_CONFIGURED). */
export function unicastSettingOf(instance: VrrpInstance): Statement | undefined {
  const list = instance.unicast_peer?.statements[0];
  const setting =
    instance.unicast_src_ip ??
    instance.check_unicast_src ??
    instance.old_unicast_checksum ??
    instance.unicast_fault_no_peer;
  return list ?? setting?.statement;
}
