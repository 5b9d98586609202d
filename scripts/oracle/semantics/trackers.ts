import { inner, type BlockPlan } from './block.ts';

/* What instances and checks follow: scripts, processes, files, BFD sessions. */

export const script: BlockPlan = {
  header: 'vrrp_script chk_a',
  usual: ['script /bin/true', 'interval 2'],
  themes: {
    script: [
      ...['-script', 'script', 'script ""', 'script /bin/nothing', 'script "/bin/true a b"'],
      ...['script /bin/true a b', 'user nobody', 'user nosuchuser', 'user root nosuchgroup'],
    ],
    numbers: [
      ...['weight 254', 'weight -254', 'weight 20', 'weight 20 reverse', 'weight 20 sometimes'],
      ...['interval 0', 'timeout 0', 'timeout 9', 'rise 0', 'fall 0', 'init_fail', 'init_fail 1'],
      ...['+interval 3', '+script /bin/false', 'weight', 'rise 1000000', 'interval 1.5'],
    ],
  },
};

export const secondScript: BlockPlan = {
  header: 'vrrp_script chk_b',
  usual: ['script /bin/true', 'weight 10'],
  themes: { ...script.themes, unusual: ['-weight', 'weight 0', 'weight -30'] },
};

export const process: BlockPlan = {
  header: 'vrrp_track_process tp_a',
  usual: ['process nginx', 'quorum 1'],
  themes: {
    process: ['-process', 'process', 'process "nginx -g"', 'full_command', 'param_match initial'],
    numbers: [
      ...['quorum 0', 'quorum 9', 'quorum_max 3', 'quorum_max 0', 'weight 254', 'weight 255'],
      ...['delay 0', 'delay 2', 'terminate_delay 3601', 'fork_delay 1', 'weight 3 reverse'],
    ],
  },
};

export const file: BlockPlan = {
  header: 'track_file tf_a',
  usual: ['file /tmp/kalint-track-file', 'weight 1'],
  themes: {
    file: ['-file', 'file', 'file /nowhere/at/all', '+file /tmp/other', 'file "/tmp/a b"'],
    numbers: [
      ...['weight 255', 'weight', '+weight 2', 'weight 2 reverse', 'weight 2 twice', '-weight'],
      ...[
        'init_file',
        'init_file 3',
        'init_file x',
        'init_file 99999999999',
        'init_file overwrite',
      ],
    ],
  },
};

export const bfd: BlockPlan = {
  header: 'bfd_instance bfd_a',
  usual: ['neighbor_ip 192.0.2.2', 'source_ip 192.0.2.1'],
  themes: {
    addresses: [
      ...['-neighbor_ip', 'neighbor_ip nobody', 'neighbor_ip 2001:db8::2', 'source_ip 2001:db8::1'],
      ...['source_ip nobody', '-source_ip', 'neighbor_ip 192.0.2.3', '+neighbor_ip 192.0.2.3'],
    ],
    numbers: [
      ...['min_rx 0', 'min_rx 20000', 'min_tx 9999999', 'idle_tx 10', 'multiplier 0', 'ttl 0'],
      ...[
        'ttl 3',
        'hoplimit 300',
        'max_hops 9',
        'max_hops 300',
        'passive',
        'weight 254',
        'weight 3',
      ],
      ...['weight 3 reverse', 'weight 3 sometimes', 'vrrp', 'checker', 'multihop on'],
    ],
  },
};

export const secondBfd: BlockPlan = {
  header: 'bfd_instance bfd_b',
  usual: ['neighbor_ip 192.0.2.3'],
  themes: {
    ...bfd.themes,
    conflict: ['neighbor_ip 192.0.2.2', '+source_ip 192.0.2.1', '+source_ip 192.0.2.3'],
  },
};

export const staticTracking: BlockPlan = {
  header: 'track_group TG_1',
  usual: [inner('group', 'VI_1')],
  themes: {
    members: [inner('group'), inner('group', 'VI_1', 'VI_1'), inner('group', 'VI_NONE'), '-group'],
  },
};
