import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lint, type Diagnostic } from '@kalint/linter';
import { newestRelease } from '@kalint/parser';
import { afterAll, describe, expect, test } from 'vitest';
import { checkedOf, createReceiver, type Checked } from '../../src/check/checked.ts';
import { readFiles } from '../../src/disk/read-files.ts';
import { workersFor } from '../../src/fleet/work.ts';
import { nodeInputsFor } from '../../src/node-inputs.ts';
import { reportAsJson } from '../../src/reporters/json.ts';
import { reportForPeople } from '../../src/reporters/pretty.ts';
import { reportOf } from '../../src/reporters/report-of.ts';
import { noColours } from '../../src/terminal/colour.ts';

const folder = mkdtempSync(join(tmpdir(), 'kalint-work-'));
afterAll(() => rmSync(folder, { recursive: true }));

const reading = { configIds: [], includeRoots: [folder], environment: undefined };
const workers = workersFor({ reading, rules: {}, release: newestRelease });

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A node with its password in a definition of another file, and a finding on each line that has it. */
const secret = 'h1dden0ne';
const main = write(
  'main.conf',
  `include ${join(folder, 'secrets.inc')}
vrrp_instance WEB {
    interface eth0
    virtual_router_id 51
    priorty 100
    authentication {
        auth_type PASS
        auth_pass $PASSWORD
    }
    virtual_ipaddress {
        192.0.2.80/24
    }
}
`,
);
write('secrets.inc', `$PASSWORD=${secret}\n`);
const whole = write(
  'whole.conf',
  `vrrp_instance WEB {
    authentication {
        auth_type PASS
        include ${join(folder, 'pass.inc')}
    }
}
`,
);
write('pass.inc', `auth_pas ${secret}\nstatee ${secret}\n`);

/** What a thread makes of a cluster, as it arrives. */
async function sent(files: readonly string[]): Promise<Checked> {
  const result = await workers.check({ files, configIds: new Map() });
  if ('failures' in result) throw new Error(result.failures.join());
  return createReceiver()(structuredClone(result));
}

/** What is found without threads. */
async function direct(files: readonly string[]): Promise<Checked> {
  const { sources } = readFiles(files);
  return checkedOf(lint(sources, await nodeInputsFor(sources, reading)));
}

function reportsOf(checked: Checked, files: readonly string[]): readonly string[] {
  const sources = files.map((path) => ({ path }));
  const report = reportOf({ ...checked, release: newestRelease }, sources);
  return [reportForPeople(report, noColours), reportAsJson(report).join('')];
}

describe.each([
  ['a file whose secret is defined in another one', [main]],
  ['a file whose secret is all of another one', [whole]],
  ['a cluster', [main, whole]],
])('what a thread finds in %s', (_, files) => {
  test('is what is found without one', async () => {
    const [theirs, ours] = [await sent(files), await direct(files)];
    expect(theirs.nodes).toEqual(ours.nodes);
    expect(ours.diagnostics.length).toBeGreaterThan(0);
    expect(reportsOf(theirs, files)).toEqual(reportsOf(ours, files));
  });

  test('shows no secret, on no line that is reported', async () => {
    const { diagnostics } = await sent(files);
    const quoting = diagnostics.flatMap(linesOf).filter((line) => line.includes(secret));
    expect(quoting.length).toBeGreaterThan(0);
    expect(reportsOf(await sent(files), files).join('')).not.toContain(secret);
  });
});

/** The lines that a diagnostic shows, as they are written. */
function linesOf({ location, related }: Diagnostic): readonly string[] {
  return [location, ...related.map((each) => each.location)].map(({ source, span }) => {
    const start = source.text.lastIndexOf('\n', span.start - 1) + 1;
    return source.text.slice(start).split('\n', 1)[0] ?? '';
  });
}

test('what would show a secret, were it not told where they are', async () => {
  const result = await workers.check({ files: [whole], configIds: new Map() });
  if ('failures' in result) throw new Error('the test has no files');
  const untold = createReceiver()({ ...structuredClone(result), secrets: [] });
  expect(reportsOf(untold, [whole])[0]).toContain(secret);
});

test('of what is said again and again one copy is kept, and nothing of what a check has made', async () => {
  const given = { files: [main], configIds: new Map() };
  const receive = createReceiver();
  const results = [await workers.check(given), await workers.check(given)].map((result) => {
    if ('failures' in result) throw new Error(result.failures.join());
    return { ...result, kept: receive(result) };
  });
  const [first, second] = results.map(({ kept }) => kept.diagnostics);
  expect(first?.length).toBeGreaterThan(0);
  expect(results[0]?.diagnostics).toMatchObject(first ?? []);
  for (const [index, { location, notes }] of (first ?? []).entries()) {
    expect(location.source).not.toBe(results[0]?.diagnostics[index]?.location.source);
    expect(notes).toBe(second?.[index]?.notes);
  }
});

test('files that cannot be read are said, and nothing else', async () => {
  const missing = join(folder, 'missing.conf');
  const failures = [`cannot read ${missing}: there is no such file`];
  expect(await workers.look({ file: missing, isForCheck: true })).toEqual({ failures });
  expect(await workers.check({ files: [main, missing], configIds: new Map() })).toEqual({
    failures,
  });
});

test('what is said of a file for its cluster can be sent, and has no secret', async () => {
  const marks = await workers.look({ file: main, isForCheck: false });
  expect(structuredClone(marks)).toEqual(marks);
  expect(JSON.stringify(marks)).not.toContain(secret);
});

test('what is found of a file that is checked when it is looked at is what a check finds', async () => {
  const seen = await workers.look({ file: whole, isForCheck: true });
  if ('failures' in seen || !seen.alone) throw new Error('it uses the preprocessor');
  expect(seen.alone).toEqual(await workers.check({ files: [whole], configIds: new Map() }));
  const { marks } = seen;
  expect(await workers.look({ file: whole, isForCheck: false })).toEqual({
    marks,
    alone: undefined,
  });
});
