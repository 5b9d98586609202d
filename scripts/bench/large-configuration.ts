/**
 * A configuration of at least this many characters, without a mistake: pages of virtual servers behind a few
 * virtual routers, as the machines write them that have that many.
 */
export function largeConfiguration(characters: number): string {
  const parts = ['global_defs {\n    router_id lb1\n    dynamic_interfaces\n}\n', ...routers(20)];
  let length = parts.join('').length;
  for (let number = 0; length < characters; number++) {
    const part = virtualServer(number);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

function routers(count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, index) => `
vrrp_instance VI_${index + 1} {
    state BACKUP
    interface eth0
    virtual_router_id ${index + 1}
    priority ${100 + index}
    advert_int 1   # seconds
    virtual_ipaddress {
        198.51.100.${index + 1}/24 dev eth0 label eth0:${index + 1}
    }
}
`,
  );
}

function virtualServer(number: number): string {
  const servers = [1, 2, 3, 4].map(
    (host) => `
    real_server 192.0.2.${host} 8080 {
        weight ${host}
        HTTP_GET {
            url {
                path /health/${number}
                status_code 200
            }
            connect_timeout 3
            retry 3
            delay_before_retry 2
        }
    }
`,
  );
  return `
# Service ${number}
virtual_server ${address(number)} 80 {
    delay_loop 6
    lvs_sched wrr
    lvs_method DR
    persistence_timeout 300
    protocol TCP
${servers.join('')}}
`;
}

function address(number: number): string {
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
}
