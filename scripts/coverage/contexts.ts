/*
 * Complete configurations around the lines of an example, so that each example shows only the lines that
 * matter.
 */

/** Lines of `global_defs`. */
export function globalDefs(lines: string): string {
  return `global_defs {\n${lines}\n}\n${instance('')}`;
}

/** Lines of a VRRP instance, which is complete without them. */
export function instance(lines: string): string {
  return `vrrp_instance VI_1 {
  interface eth0
  virtual_router_id 51
  priority 100
  virtual_ipaddress {
    192.0.2.10/24
  }
${lines}
}
`;
}

/** Lines of a virtual server that has a real server with a check. */
export function virtualServer(lines: string): string {
  return `virtual_server 192.0.2.10 80 {
  lb_algo rr
  lb_kind NAT
  protocol TCP
${lines}
  real_server 198.51.100.11 80 {
    TCP_CHECK {
    }
  }
}
`;
}

/** Lines of a real server, which has no check but theirs. */
export function realServer(lines: string): string {
  return `virtual_server 192.0.2.10 80 {
  lb_algo rr
  lb_kind NAT
  protocol TCP
  real_server 198.51.100.11 80 {
${lines}
  }
}
`;
}

/** A health check with lines. */
export function healthCheck(keyword: string, lines: string): string {
  return realServer(`    ${keyword} {\n${lines}\n    }`);
}

/** Lines of a URL that an HTTP_GET asks for. */
export function checkedUrl(lines: string): string {
  return healthCheck('HTTP_GET', `url {\n${lines}\n}`);
}

/** A group of addresses and firewall marks, and a virtual server for it. */
export function serverGroup(lines: string, settings = ''): string {
  return `virtual_server_group GROUP_1 {
${lines}
}
virtual_server group GROUP_1 {
  lb_algo rr
  lb_kind NAT
${settings}
  real_server 198.51.100.11 80 {
    TCP_CHECK {
    }
  }
}
`;
}
