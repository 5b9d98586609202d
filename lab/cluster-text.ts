/* keepalived.conf, as text. What `/lab/` stands for says plan.ts. */

/** A check of one node, as it is written. */
export interface NodeCheck {
  readonly kind: 'script' | 'interface' | 'process' | 'file' | 'bfd';
  readonly name: string;
  readonly weight: Weight;
  /** The weight stands where it is tracked, and not with the definition. An interface has no definition. */
  readonly isWeightTracked: boolean;
  /** Of a script: how often it must fail, and succeed. */
  readonly fall: number;
  readonly rise: number;
  /** Seconds; undefined: the interval. */
  readonly timeout: number | undefined;
  /** Of a process: seconds until keepalived acts on its end or start. */
  readonly delay: number;
  /** What keepalived writes into a file at its start; undefined: nothing, the file is missing. */
  readonly init: number | undefined;
  /** Of a BFD session: milliseconds between two packets. */
  readonly transmit: number;
}

export interface Weight {
  readonly value: number;
  readonly reverse: boolean;
}

/** A block, one line for each word. */
export function block(header: string, settings: readonly string[]): readonly string[] {
  return [`${header} {`, ...settings.map((line) => `    ${line}`), '}'];
}

export function globalText(name: string, startupDelay: number | undefined): string {
  const delay = startupDelay === undefined ? [] : [`vrrp_startup_delay ${startupDelay}`];
  return text('global_defs', [
    `router_id ${name}`,
    'script_user root',
    'enable_script_security',
    ...delay,
  ]);
}

export function instanceText(name: string, settings: readonly string[]): string {
  return text(`vrrp_instance ${name}`, settings);
}

export function groupText(
  members: readonly string[],
  tracksMembers: boolean,
  checks: readonly NodeCheck[],
): string {
  return text('vrrp_sync_group VG_1', [
    ...block('group', members),
    ...(tracksMembers ? ['sync_group_tracking_weight'] : []),
    ...trackBlocks(checks),
  ]);
}

/** Of an instance, or of a sync group. */
export function trackBlocks(checks: readonly NodeCheck[]): readonly string[] {
  const kinds = new Set(checks.map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const own = checks.filter((check) => check.kind === kind);
    return block(
      `track_${kind}`,
      own.map((check) =>
        check.isWeightTracked ? `${check.name} ${weightWords(check.weight)}` : check.name,
      ),
    );
  });
}

/** The definition of a check on the node with this number; nothing for an interface. */
export function checkText(check: NodeCheck, node: number): string {
  const { name } = check;
  switch (check.kind) {
    case 'interface':
      return '';
    case 'script':
      return text(`vrrp_script ${name}`, [
        `script "/bin/cat /lab/${name}"`,
        'interval 1',
        `fall ${check.fall}`,
        `rise ${check.rise}`,
        ...(check.timeout === undefined ? [] : [`timeout ${check.timeout}`]),
        ...weightLine(check),
      ]);
    case 'process':
      return text(`vrrp_track_process ${name}`, [
        `process /lab/${name}`,
        'full_command',
        ...(check.delay > 0 ? [`delay ${check.delay}`] : []),
        ...weightLine(check),
      ]);
    case 'file':
      return text(`track_file ${name}`, [
        `file /lab/${name}`,
        ...weightLine(check),
        ...(check.init === undefined ? [] : [`init_file ${check.init}`]),
      ]);
    case 'bfd':
      return text(`bfd_instance ${name}`, [
        `source_ip 10.0.9.${node}`,
        'neighbor_ip 10.0.9.254',
        `min_rx ${check.transmit}`,
        `min_tx ${check.transmit}`,
        'multiplier 5',
        ...weightLine(check),
      ]);
  }
}

function weightLine({ isWeightTracked, weight }: NodeCheck): readonly string[] {
  return isWeightTracked ? [] : [weightWords(weight)];
}

function weightWords({ value, reverse }: Weight): string {
  return `weight ${value}${reverse ? ' reverse' : ''}`;
}

function text(header: string, settings: readonly string[]): string {
  return `${block(header, settings).join('\n')}\n`;
}
