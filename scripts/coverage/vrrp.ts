/*
 * Messages about VRRP instances and what belongs to them: keepalived/vrrp/vrrp.c, vrrp_data.c,
 * vrrp_parser.c, vrrp_daemon.c, vrrp_if.c and vrrp_notify.c.
 */
import type { Coverage } from './coverage.ts';
import { hostInterface, running, setting } from './vrrp-examples.ts';
import { instanceCoverage } from './vrrp-instance.ts';
import { parserCoverage } from './vrrp-parser.ts';

/** vrrp_data.c: addresses and peers. */
const data: Coverage = {
  'vrrp/vrrp_data.c:1068': setting('invalid-value', 'unicast_peer {\n    nobody\n  }'),
  'vrrp/vrrp_data.c:1078': setting('mixed-families', 'unicast_peer {\n    2001:db8::2\n  }'),
  'vrrp/vrrp_data.c:1087': setting('missing-value', 'unicast_peer {\n    192.0.2.2 min_ttl\n  }'),
  'vrrp/vrrp_data.c:1096': setting('extra-words', 'unicast_peer {\n    192.0.2.2 ttl 64\n  }'),
  'vrrp/vrrp_data.c:1110': setting(
    'duplicate-entry',
    'unicast_peer {\n    192.0.2.2\n    192.0.2.2\n  }',
  ),
  'vrrp/vrrp_data.c:1117': setting(
    'value-out-of-range',
    'unicast_peer {\n    192.0.2.2 min_ttl 200 max_ttl 100\n  }',
  ),
  'vrrp/vrrp_data.c:1203': setting('duplicate-address', 'virtual_ipaddress {\n    192.0.2.10\n  }'),
  'vrrp/vrrp_data.c:1218': setting(
    'duplicate-address',
    'virtual_ipaddress_excluded {\n    192.0.2.11\n    192.0.2.11\n  }',
  ),
  'vrrp/vrrp_data.c:1241': setting(
    'mixed-families',
    'virtual_ipaddress {\n    2001:db8::10/64\n  }',
  ),
};

/** The other files. */
const others: Coverage = {
  'vrrp/vrrp_daemon.c:542': hostInterface,
  'vrrp/vrrp_if.c:228': hostInterface,
  'vrrp/vrrp_notify.c:136': running,
  'vrrp/vrrp_notify.c:140': running,
};

export const vrrpCoverage: Coverage = {
  ...parserCoverage,
  ...instanceCoverage,
  ...data,
  ...others,
};
