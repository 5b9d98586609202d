/** Makes the configurations of so many nodes, each with so many checks whose weights all differ. */
export function clusterOfNodes(nodes: number, checks: number): readonly string[] {
  const numbers = Array.from({ length: checks }, (_, check) => check);
  return Array.from({ length: nodes }, (_, node) =>
    [
      ...numbers.map(
        (check) =>
          `vrrp_script check_${check} {\n  script "/usr/bin/test -e /run/${check}"\n  weight -${2 + check}\n}`,
      ),
      'vrrp_instance VI_1 {',
      `  interface eth0\n  virtual_router_id 51\n  priority ${250 - Math.floor((200 / nodes) * node)}`,
      '  virtual_ipaddress {\n    192.0.2.10/24\n  }',
      `  track_script {\n${numbers.map((check) => `    check_${check}`).join('\n')}\n  }`,
      '}',
    ].join('\n'),
  );
}
