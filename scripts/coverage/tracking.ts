import { instance } from './contexts.ts';
import type { Coverage } from './coverage.ts';

/* What trackers, sync groups, static track groups and BFD instances are told. */

const file = `track_file maintenance {
  file /run/maintenance
}
`;

const script = `vrrp_script web {
  script /usr/local/bin/web
}
`;

const processes = `vrrp_track_process web {
  process nginx
}
`;

const session = `bfd_instance uplink {
  neighbor_ip 192.0.2.1
}
`;

/** A line of a block that tracks something. */
function tracked(definition: string, list: string, lines: string): string {
  return `${definition}${instance(`${list} {\n${lines}\n}`)}`;
}

const trackedFile = (lines: string): string => tracked(file, 'track_file', lines);
const trackedInterface = (lines: string): string => tracked('', 'track_interface', lines);
const trackedScript = (lines: string): string => tracked(script, 'track_script', lines);
const trackedProcess = (lines: string): string => tracked(processes, 'track_process', lines);
const trackedSession = (lines: string): string => tracked(session, 'track_bfd', lines);

/** Lines of a track_file that is complete with them. */
function fileWith(lines: string): string {
  return `track_file maintenance {\n${lines}\n}\n${instance('track_file {\n  maintenance\n}')}`;
}

/** Lines of a BFD instance that is complete without them. */
function sessionWith(lines: string, name = 'uplink'): string {
  return `bfd_instance ${name} {\n  neighbor_ip 192.0.2.1\n${lines}\n}\n${instance(`track_bfd {\n  ${name}\n}`)}`;
}

/** Two sync groups may take members from two instances, VI_1 and VI_2. */
function groups(text: string, first = '', second = ''): string {
  const other = instance(second).replace('VI_1', 'VI_2').replace('51', '52');
  return `${text}${instance(first)}${other.replace('192.0.2.10', '192.0.2.20')}`;
}

/** Static addresses, routes and rules that follow a group of instances. */
function staticGroup(members: string, block = ''): string {
  return `track_group uplinks {\n${members}\n}\n${block}${instance('')}`;
}

const hostFiles = 'the directories and files of the host';

export const trackingCoverage: Coverage = {
  'bfd/bfd_data.c:53': {
    rule: 'value-too-long',
    example: sessionWith('', 'uplink-to-the-provider-in-the-east'),
  },
  'bfd/bfd_data.c:61': { rule: 'duplicate-name', example: session + session },
  'bfd/bfd_parser.c:90': {
    rule: 'invalid-value',
    example: 'bfd_instance uplink {\n  neighbor_ip 192.0.2.300\n}\n',
  },
  'bfd/bfd_parser.c:114': { rule: 'invalid-value', example: sessionWith('source_ip 192.0.2.300') },
  'bfd/bfd_parser.c:134': { rule: 'value-out-of-range', example: sessionWith('min_rx 0') },
  'bfd/bfd_parser.c:144': { rule: 'very-large-value', example: sessionWith('min_rx 20000') },
  'bfd/bfd_parser.c:159': { rule: 'value-out-of-range', example: sessionWith('min_tx 0') },
  'bfd/bfd_parser.c:169': { rule: 'very-large-value', example: sessionWith('min_tx 20000') },
  'bfd/bfd_parser.c:184': { rule: 'value-out-of-range', example: sessionWith('idle_tx 500') },
  'bfd/bfd_parser.c:194': { rule: 'very-large-value', example: sessionWith('idle_tx 20000') },
  'bfd/bfd_parser.c:209': { rule: 'value-out-of-range', example: sessionWith('multiplier 0') },
  'bfd/bfd_parser.c:237': { rule: 'value-out-of-range', example: sessionWith('ttl 256') },
  'bfd/bfd_parser.c:255': { rule: 'value-out-of-range', example: sessionWith('max_hops 256') },
  'bfd/bfd_parser.c:277': { rule: 'unknown-value', example: sessionWith('multihop maybe') },
  'bfd/bfd_parser.c:336': {
    rule: 'incomplete-block',
    example: 'bfd_instance uplink {\n  min_rx 100\n}\n',
  },
  'bfd/bfd_parser.c:346': {
    rule: 'impossible-bfd-session',
    example: sessionWith('source_ip 2001:db8::1'),
  },
  'bfd/bfd_parser.c:360': {
    rule: 'duplicate-entry',
    example: sessionWith('source_ip 192.0.2.2') + sessionWith('source_ip 192.0.2.2', 'again'),
  },
  'bfd/bfd_parser.c:365': { rule: 'duplicate-entry', example: session + sessionWith('', 'again') },
  'bfd/bfd_parser.c:376': {
    rule: 'max-hops-too-high',
    example: sessionWith('ttl 10\n  max_hops 20'),
  },
  'bfd/bfd_parser.c:424': { rule: 'value-out-of-range', example: sessionWith('weight 300') },
  'bfd/bfd_parser.c:433': { rule: 'unknown-value', example: sessionWith('weight 10 backwards') },
  'bfd/bfd_parser.c:462': { rule: 'duplicate-name', example: session + session },
  'trackers/track_file.c:195': { rule: 'unknown-reference', example: trackedFile('upkeep') },
  'trackers/track_file.c:203': {
    rule: 'duplicate-entry',
    example: trackedFile('maintenance\nmaintenance'),
  },
  'trackers/track_file.c:213': { rule: 'unknown-value', example: trackedFile('maintenance heavy') },
  'trackers/track_file.c:219': {
    rule: 'missing-value',
    example: trackedFile('maintenance weight'),
  },
  'trackers/track_file.c:226': {
    rule: 'value-out-of-range',
    example: trackedFile('maintenance weight 300'),
  },
  'trackers/track_file.c:237': {
    rule: 'unknown-value',
    example: trackedFile('maintenance weight 10 backwards'),
  },
  'trackers/track_file.c:276': {
    rule: 'deprecated-keyword',
    example: `vrrp_${trackedFile('maintenance')}`,
  },
  'trackers/track_file.c:286': { rule: 'missing-value', example: fileWith('file') },
  'trackers/track_file.c:291': {
    rule: 'duplicate-keyword',
    example: fileWith('file /run/one\n  file /run/two'),
  },
  'trackers/track_file.c:305': {
    rule: 'missing-value',
    example: fileWith('file /run/one\n  weight'),
  },
  'trackers/track_file.c:311': {
    rule: 'duplicate-keyword',
    example: fileWith('file /run/one\n  weight 2\n  weight 3'),
  },
  'trackers/track_file.c:317': {
    rule: 'value-out-of-range',
    example: fileWith('file /run/one\n  weight 300'),
  },
  'trackers/track_file.c:328': {
    rule: 'unknown-value',
    example: fileWith('file /run/one\n  weight 2 backwards'),
  },
  'trackers/track_file.c:349': {
    rule: 'extra-words',
    example: fileWith('file /run/one\n  init_file 1x'),
  },
  'trackers/track_file.c:355': {
    rule: 'value-out-of-range',
    example: fileWith('file /run/one\n  init_file 300'),
  },
  'trackers/track_file.c:365': {
    rule: 'extra-words',
    example: fileWith('file /run/one\n  init_file replace'),
  },
  'trackers/track_file.c:385': {
    rule: 'incomplete-block',
    example: 'track_file maintenance {\n  weight 2\n}\n',
  },
  'trackers/track_file.c:408': { dependsOn: hostFiles },
  'trackers/track_file.c:425': { dependsOn: hostFiles },
  'trackers/track_file.c:435': { dependsOn: hostFiles },
  'trackers/track_file.c:471': { dependsOn: 'the file systems of the host' },
  'trackers/track_file.c:486': { dependsOn: hostFiles },
  'trackers/track_file.c:506': { dependsOn: hostFiles },
  'trackers/track_file.c:632': {
    rule: 'tracked-twice',
    example:
      file +
      groups(
        'vrrp_sync_group SG {\n  group {\n    VI_1\n    VI_2\n  }\n  track_file {\n    maintenance\n  }\n}\n',
        '  track_file {\n    maintenance weight 0\n  }',
      ),
  },
  'trackers/track_file.c:970': { dependsOn: hostFiles },
  'trackers/track_file.c:982': { dependsOn: hostFiles },
  'trackers/track_file.c:995': { dependsOn: hostFiles },
  'vrrp/vrrp_static_track.c:98': {
    rule: 'incomplete-block',
    example: staticGroup(''),
    // Newer ones remove it while they read the file, and say that elsewhere.
    release: '2.2.7',
  },
  'vrrp/vrrp_static_track.c:107': {
    rule: 'track-group-members',
    example: staticGroup('group {\n    VI_1\n    VI_7\n  }'),
  },
  'vrrp/vrrp_static_track.c:126': {
    rule: 'track-group-members',
    example: staticGroup('group {\n    VI_7\n  }'),
  },
  'vrrp/vrrp_static_track.c:145': {
    rule: 'track-group-members',
    example: staticGroup('group {\n    VI_7\n  }'),
  },
  'vrrp/vrrp_static_track.c:156': {
    rule: 'ignored-track-group',
    example: staticGroup(
      'group {\n    VI_1\n  }',
      'static_ipaddress {\n  192.0.2.50/24 dev eth0 track_group uplinks no_track\n}\n',
    ),
  },
  'vrrp/vrrp_static_track.c:169': {
    rule: 'ignored-track-group',
    example: staticGroup(
      'group {\n    VI_1\n  }',
      'static_routes {\n  198.51.100.0/24 via 192.0.2.1 dev eth0 track_group uplinks no_track\n}\n',
    ),
  },
  'vrrp/vrrp_static_track.c:183': {
    rule: 'ignored-track-group',
    example: staticGroup(
      'group {\n    VI_1\n  }',
      'static_rules {\n  from 198.51.100.0/24 iif eth0 table 100 track_group uplinks no_track\n}\n',
    ),
  },
  'vrrp/vrrp_sync.c:65': {
    rule: 'unknown-reference',
    example: groups('vrrp_sync_group SG {\n  group {\n    VI_1\n    VI_2\n    VI_7\n  }\n}\n'),
  },
  'vrrp/vrrp_sync.c:70': {
    rule: 'duplicate-entry',
    example: groups(
      'vrrp_sync_group A {\n  group {\n    VI_1\n    VI_2\n  }\n}\nvrrp_sync_group B {\n  group {\n    VI_1\n  }\n}\n',
    ),
  },
  'vrrp/vrrp_sync.c:80': {
    rule: 'owner-in-sync-group',
    example: groups(
      'vrrp_sync_group SG {\n  group {\n    VI_1\n    VI_2\n  }\n}\n',
      '  state MASTER\n  priority 255',
      '  state BACKUP',
    ).replaceAll('  priority 100\n', ''),
  },
  'vrrp/vrrp_sync.c:98': {
    rule: 'unknown-reference',
    example: groups('vrrp_sync_group SG {\n  group {\n    VI_7\n    VI_8\n  }\n}\n'),
  },
  'vrrp/vrrp_sync.c:106': {
    rule: 'lone-group-member',
    example: groups('vrrp_sync_group SG {\n  group {\n    VI_1\n  }\n}\n'),
  },
  'vrrp/vrrp_track.c:98': { dependsOn: 'the interfaces of the host' },
  'vrrp/vrrp_track.c:106': { rule: 'duplicate-entry', example: trackedInterface('eth1\neth1') },
  'vrrp/vrrp_track.c:114': { rule: 'unknown-value', example: trackedInterface('eth1 heavy') },
  'vrrp/vrrp_track.c:121': { rule: 'missing-value', example: trackedInterface('eth1 weight') },
  'vrrp/vrrp_track.c:128': {
    rule: 'value-out-of-range',
    example: trackedInterface('eth1 weight 300'),
  },
  'vrrp/vrrp_track.c:135': {
    rule: 'value-out-of-range',
    example: trackedInterface('eth1 weight 254'),
  },
  'vrrp/vrrp_track.c:145': {
    rule: 'unknown-value',
    example: trackedInterface('eth1 weight 10 backwards'),
  },
  'vrrp/vrrp_track.c:216': { rule: 'unknown-track-script', example: trackedScript('mail') },
  'vrrp/vrrp_track.c:224': { rule: 'duplicate-entry', example: trackedScript('web\nweb') },
  'vrrp/vrrp_track.c:236': { rule: 'unknown-value', example: trackedScript('web heavy') },
  'vrrp/vrrp_track.c:242': { rule: 'missing-value', example: trackedScript('web weight') },
  'vrrp/vrrp_track.c:250': { rule: 'value-out-of-range', example: trackedScript('web weight 300') },
  'vrrp/vrrp_track.c:256': { rule: 'value-out-of-range', example: trackedScript('web weight 254') },
  'vrrp/vrrp_track.c:268': {
    rule: 'unknown-value',
    example: trackedScript('web weight 10 backwards'),
  },
  'vrrp/vrrp_track.c:335': { dependsOn: 'the kernel' },
  'vrrp/vrrp_track.c:338': { rule: 'unknown-reference', example: trackedProcess('mail') },
  'vrrp/vrrp_track.c:346': { rule: 'duplicate-entry', example: trackedProcess('web\nweb') },
  'vrrp/vrrp_track.c:356': { rule: 'unknown-value', example: trackedProcess('web heavy') },
  'vrrp/vrrp_track.c:362': { rule: 'missing-value', example: trackedProcess('web weight') },
  'vrrp/vrrp_track.c:369': {
    rule: 'value-out-of-range',
    example: trackedProcess('web weight 300'),
  },
  'vrrp/vrrp_track.c:381': {
    rule: 'unknown-value',
    example: trackedProcess('web weight 10 backwards'),
  },
  'vrrp/vrrp_track.c:416': {
    rule: 'value-too-long',
    example: sessionWith('', 'uplink-to-the-provider-in-the-east'),
  },
  'vrrp/vrrp_track.c:423': { rule: 'duplicate-name', example: session + session },
  'vrrp/vrrp_track.c:484': { rule: 'unknown-reference', example: trackedSession('downlink') },
  'vrrp/vrrp_track.c:492': { rule: 'duplicate-entry', example: trackedSession('uplink\nuplink') },
  'vrrp/vrrp_track.c:502': { rule: 'unknown-value', example: trackedSession('uplink heavy') },
  'vrrp/vrrp_track.c:508': { rule: 'missing-value', example: trackedSession('uplink weight') },
  'vrrp/vrrp_track.c:515': {
    rule: 'value-out-of-range',
    example: trackedSession('uplink weight 300'),
  },
  'vrrp/vrrp_track.c:527': {
    rule: 'unknown-value',
    example: trackedSession('uplink weight 10 backwards'),
  },
};
