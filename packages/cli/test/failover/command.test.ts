import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCommand, clean, type Run } from '../built-command.ts';
import { isFailoverReport } from './schema.ts';

const { folder, kalint, write } = builtCommand();

const fixtures = join(import.meta.dirname, '../../../../fixtures/failover');
const clusters = {
  two: ['lb1', 'lb2'].map((name) => join(fixtures, `two/${name}.conf`)),
  three: ['a', 'b', 'c'].map((name) => join(fixtures, `three/edge-${name}.conf`)),
  eight: [join(fixtures, 'eight/keepalived.conf')],
};

/** A pair without findings, as files in the folder of the command. */
function writePair(): readonly string[] {
  write('one.conf', clean);
  write('two.conf', clean.replace('priority 100', 'priority 90'));
  return ['one.conf', 'two.conf'];
}

function failover(...words: readonly string[]): Run {
  return kalint(['failover', ...words]);
}

function json(...words: readonly string[]): ReturnType<typeof JSON.parse> {
  const { stdout } = failover('--format', 'json', ...words);
  const report: unknown = JSON.parse(stdout);
  isFailoverReport(report);
  expect(isFailoverReport.errors ?? []).toEqual([]);
  return report;
}

describe('exit status', () => {
  test('0 when nothing is wrong', () => {
    expect(failover(...writePair())).toMatchObject({ status: 0, stderr: '' });
  });

  test('1 when a rule about failover finds an error', () => {
    expect(failover(...clusters.two)).toMatchObject({ status: 1, stderr: '' });
    expect(failover(...clusters.two).stdout).toContain('error[ineffective-weight]');
  });

  test('1 when an expectation does not hold, with the counterexample', () => {
    const nodes = writePair().map((file) => ({ file }));
    const configure = (...expectations: readonly string[]): void =>
      write('kalint.config.json', JSON.stringify({ clusters: [{ nodes, expectations }] }));
    configure('healthy: one', 'when one:down -> two within 5s');
    expect(failover('one.conf', 'two.conf')).toMatchObject({ status: 0, stderr: '' });
    configure('healthy: two');
    const { status, stdout } = failover('one.conf', 'two.conf');
    expect(status).toBe(1);
    expect(stdout).toMatch(/FAILS +healthy: two\n.+one/);
    expect(json('one.conf', 'two.conf').expectations).toEqual([
      { text: 'healthy: two', ok: false, counterexample: expect.stringContaining('one') },
    ]);
    // Without files the cluster of the configuration is examined, and without it nothing is expected.
    expect(failover().stdout).toBe(stdout);
    expect(failover('--no-config', 'one.conf', 'two.conf').status).toBe(0);
    configure('healthy: three');
    expect(failover()).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^kalint: kalint\.config\.json:.+`three`/),
    });
    write('kalint.config.json', '{}');
  });

  test.each([
    [[], /^kalint: no files are given/],
    [['missing.conf'], /^kalint: cannot read missing\.conf: there is no such file/],
    [['--keepalived-version', '9.9', 'one.conf'], /^kalint: keepalived 9\.9 is not a release/],
    [['--max-faults', '0', 'one.conf'], /Give a number from 1 to 4/],
    [['--max-faults', 'many', 'one.conf'], /Give a number from 1 to 4/],
    [['--mtbf', 'often', 'one.conf'], /^kalint: --mtbf often is no time; write 30d/],
    [['--mttr', '4h', 'one.conf'], /^kalint: --mttr goes with --mtbf/],
    [['--format', 'pdf', 'one.conf'], /pretty, json, markdown, html, svg/],
    [['--nonsense', 'one.conf'], /--nonsense[^]*See kalint failover --help/],
  ])('2 for %j', (words, message) => {
    writePair();
    const { status, stdout, stderr } = failover(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

test('--help names all options', () => {
  const { status, stdout } = failover('--help');
  expect(status).toBe(0);
  for (const option of ['--fail', '--repair', '--max-faults', '--mtbf', '--format', '--output'])
    expect(stdout).toContain(option);
});

describe('JSON', () => {
  test.each(Object.entries(clusters))('fits its schema: %s', (_, files) => {
    const { groups } = json(...files);
    expect(groups[0].scenarios.length).toBeGreaterThan(10);
  });

  test('the schema is not met by anything else', () => {
    const report = json(...clusters.two);
    for (const change of [
      { version: 2 },
      { groups: [{}] },
      { groups: [{ ...report.groups[0], scenarios: [{ faults: [] }] }] },
    ])
      expect(isFailoverReport({ ...report, ...change })).toBe(false);
  });

  test('says everything of a scenario', () => {
    const { nodes, groups } = json(...clusters.two);
    expect(nodes).toEqual([
      { name: 'lb1', file: clusters.two[0], configId: null },
      { name: 'lb2', file: clusters.two[1], configId: null },
    ]);
    expect(groups).toMatchObject([
      { id: 'WEB', vrid: 51, family: 4, interface: 'eth0', initial: { masters: ['lb1'] } },
    ]);
    const [group] = groups;
    const find = (fault: string): unknown =>
      group.scenarios.find(({ faults }: { faults: readonly string[] }) => faults[0] === fault);
    const skew = (256 - 90) / 256;
    // A clean stop is said: only the skew of the backup is waited for (RFC 5798, section 6.4.2).
    expect(find('lb1:stop')).toEqual({
      faults: ['lb1:stop'],
      masters: ['lb2'],
      candidates: [],
      priorities: { lb1: 'stopped', lb2: 90 },
      verdict: 'moved',
      misplaced: false,
      takeover: { minSeconds: expect.closeTo(skew, 4), maxSeconds: expect.closeTo(skew, 4) },
      afterRepair: {
        masters: ['lb1'],
        candidates: [],
        priorities: { lb1: 100, lb2: 90 },
        verdict: 'returns',
        takeover: { minSeconds: expect.any(Number), maxSeconds: expect.any(Number) },
      },
      alike: 0,
    });
    expect(find('lb1:script:chk_dns')).toMatchObject({ verdict: 'stays', takeover: null });
  });

  test('nodes of one file have their ids', () => {
    const { nodes } = json(...clusters.eight);
    expect(nodes).toHaveLength(8);
    expect(nodes[0]).toEqual({ name: 'n1', file: clusters.eight[0], configId: 'n1' });
  });

  test('has the availability when it is asked for', () => {
    expect(json(...clusters.two).groups[0]).not.toHaveProperty('availability');
    const { availability } = json('--mtbf', '30d', '--mttr', '4h', ...clusters.two).groups[0];
    expect(availability).toMatchObject({ mtbfSeconds: 2_592_000, mttrSeconds: 14_400 });
    expect(availability.min).toBeLessThan(availability.max);
  });

  test('the same input gives the same bytes, in any order of the files', () => {
    const { stdout } = failover('--format', 'json', ...clusters.three);
    expect(failover('--format', 'json', ...clusters.three.toReversed()).stdout).toBe(stdout);
  });
});

describe('--fail and --repair', () => {
  test('are followed in their order, one entry for each', () => {
    const [group] = json(
      ...['--fail', 'lb1:script:chk_http', '--fail', 'lb2:interface:eth0'],
      ...['--repair', 'lb1:script:chk_http', ...clusters.two],
    ).groups;
    expect(
      group.scenarios.map((each: Record<string, unknown>) => [
        each['event'],
        each['faults'],
        each['masters'],
      ]),
    ).toEqual([
      [{ change: 'fail', fault: 'lb1:script:chk_http' }, ['lb1:script:chk_http'], ['lb2']],
      [
        { change: 'fail', fault: 'lb2:interface:eth0' },
        ['lb1:script:chk_http', 'lb2:interface:eth0'],
        ['lb1'],
      ],
      [{ change: 'repair', fault: 'lb1:script:chk_http' }, ['lb2:interface:eth0'], ['lb1']],
    ]);
  });

  test.each([
    ['lb1:script:chk_htp', /did you mean `chk_http`\?/],
    ['lb1:process:nginx', /nothing on `lb1` depends on process `nginx`; there is `interface:eth0`/],
    ['lb11:down', /there is no node `lb11`; did you mean `lb1`/],
    ['db:down', /there is no node `db`; there is `lb1`, `lb2`/],
    ['lb1:dwon', /did you mean `down`\?/],
    ['lb1:power', /is no fault; there is `down`, `stop`, `interface:eth0`/],
    ['lb1:file:load', /has no number; write `lb1:file:NAME=VALUE`/],
    ['link:lb1-lb9', /is no link between two nodes; did you mean `link:lb1-lb2`\?/],
    ['nonsense', /`nonsense` is no fault; write `lb1:down`/],
    ['\u001b[31m', /`␛\[31m` is no fault/],
    ['', /is no fault/],
  ])('say what is wrong with %j', (fault, message) => {
    const { status, stdout, stderr } = failover('--fail', fault, ...clusters.two);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('a link is the same whichever end is named first', () => {
    const words = ['--fail', 'link:lb1-lb2', '--repair', 'link:lb2-lb1'];
    const { stdout } = failover(...words, '--format', 'json', ...clusters.two);
    const { groups } = JSON.parse(stdout) as {
      readonly groups: readonly { readonly scenarios: readonly { readonly faults: unknown }[] }[];
    };
    expect(groups[0]?.scenarios.map(({ faults }) => faults)).toEqual([['link:lb1-lb2'], []]);
  });

  test('nothing is repaired that has not failed', () => {
    const words = ['--repair', 'lb1:down', '--fail', 'lb1:down'];
    expect(failover(...words, ...clusters.two)).toMatchObject({
      status: 2,
      stderr: 'kalint: lb1:down is repaired before it has failed\n',
    });
  });
});

describe('--output', () => {
  test('writes what would be printed', () => {
    writePair();
    for (const format of ['pretty', 'json', 'markdown', 'html', 'svg']) {
      const words = ['--format', format, 'one.conf', 'two.conf'];
      expect(failover('--output', 'report', ...words)).toMatchObject({
        status: 0,
        stdout: '',
        stderr: '',
      });
      expect(readFileSync(join(folder, 'report'), 'utf8')).toBe(failover(...words).stdout);
    }
  });

  test('not in the place of a file that it is about, nor of what is no file', () => {
    writePair();
    symlinkSync('one.conf', join(folder, 'link'));
    for (const output of ['one.conf', './two.conf', 'link', '.', '/dev/zero', 'missing/report']) {
      const { status, stderr } = failover('--output', output, 'one.conf', 'two.conf');
      expect([output, status]).toEqual([output, 2]);
      expect(stderr).toContain(`cannot write ${output}`);
    }
    expect(readFileSync(join(folder, 'one.conf'), 'utf8')).toBe(clean);
  });
});

describe('for people', () => {
  test('the table of a cluster', () => {
    expect(failover(...clusters.two).stdout).toMatch(
      /^!  lb1:script:chk_dns +stays on lb1 +95 +90 +- +-\n +chk_dns fails, priority 95 is not below 90$/m,
    );
  });

  test('no line is longer than 100 columns, but for findings', () => {
    for (const files of Object.values(clusters)) {
      const [report = ''] = failover(...files).stdout.split(/^error\[/m);
      for (const line of report.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    }
  });

  test('colours add nothing', () => {
    const plain = failover(...clusters.two).stdout;
    const coloured = failover('--color', ...clusters.two).stdout;
    expect(coloured).not.toBe(plain);
    // oxlint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
    writePair();
    failover('--output', 'report', 'one.conf', 'two.conf');
    expect(readFileSync(join(folder, 'report'), 'utf8')).not.toContain('\u001b');
  });
});

test('no password is in any report', () => {
  const secret = 'Tr0ub4dor&3';
  const withSecret = clean.replace(
    'priority',
    `authentication {\n auth_type PASS\n auth_pass ${secret}\n }\n priority`,
  );
  write('one.conf', withSecret);
  write('two.conf', withSecret.replace('priority 100', 'priority 90'));
  for (const format of ['pretty', 'json', 'markdown', 'html', 'svg']) {
    const { status, stdout } = failover('--format', format, 'one.conf', 'two.conf');
    expect(status).toBe(0);
    expect(stdout).not.toContain(secret.slice(0, 8));
  }
});

test('a node of which a part cannot be read is named, and left out', () => {
  writePair();
  write('two.conf', `${clean}include /elsewhere/*.conf\n`);
  const { stdout } = failover('one.conf', 'two.conf');
  const [summary = ''] = stdout.split('\n\n');
  expect(summary.replaceAll('\n', ' ')).toMatch(/ 1 instance could not be taken into account\.$/);
  expect(stdout).toMatch(/^Nothing can be said of:\n {2}WEB on two\.conf: not all of its/m);
});

test('errors that other rules find are counted, and the status does not depend on them', () => {
  writePair();
  const sound = failover('one.conf', 'two.conf');
  expect(sound.stdout).not.toContain('errors of other kinds');
  write('two.conf', `${clean}vrrp_scrip x {\n}\nglobl_defs {\n}\n`);
  const { status, stdout } = failover('one.conf', 'two.conf');
  expect(status).toBe(sound.status);
  expect(stdout.replaceAll('\n', ' ')).toMatch(/^.*The files have 2 errors of other kinds, with /);
});
