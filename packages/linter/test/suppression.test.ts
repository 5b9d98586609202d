import { describe, expect, test } from 'vitest';
import { lint, type LintOptions } from '../src/index.ts';

/** A script that nobody tracks, with comments in front of it and behind it. */
function rulesFoundIn(
  { before = '', line = '', after = '' },
  options: LintOptions = {},
): readonly string[] {
  const text = `${before}
vrrp_script chk { ${line}
  script "/bin/true"
}
${after}
global_defs {
  enable_script_security
}
vrrp_instance VI_1 {
  interface eth0
  virtual_router_id 51
  virtual_ipaddress {
    192.0.2.10/24
  }
}
`;
  return lint([{ path: 'keepalived.conf', text }], options).diagnostics.map(({ rule }) => rule);
}

test('without a comment there is something to switch off', () => {
  expect(rulesFoundIn({})).toEqual(['unused-script']);
});

describe('a comment switches off', () => {
  test.each([
    { before: '# kalint-disable-next-line unused-script -- why' },
    { before: '! kalint-disable-next-line unused-script' },
    { before: '#kalint-disable-next-line unused-script' },
    { before: '## kalint-disable-next-line   unused-script' },
    { before: '# kalint-disable-next-line unused-script\r\n\n  # something else\n' },
    { before: '# kalint-disable-next-line unused-script --' },
    { line: '# kalint-disable-line unused-script -- a reason -- with more' },
    { before: '# kalint-disable unused-script' },
    { before: '# kalint-disable unused-script\n# kalint-enable duplicate-name' },
    { before: '# kalint-disable unused-script', after: '# kalint-enable' },
    { before: '# kalint-disable unused-script\n# kalint-disable-next-line unused-script' },
  ])('%j', (place) => {
    expect(rulesFoundIn(place)).toEqual([]);
  });
});

describe('a comment leaves on', () => {
  test.each([
    { before: '# kalint-disable unused-script\n# kalint-enable unused-script' },
    { before: '# kalint-disable unused-script\n# kalint-enable' },
    { before: '# kalint-disable-line unused-script' },
    { after: '# kalint-disable unused-script' },
  ])('%j', (place) => {
    expect(rulesFoundIn(place).toSorted()).toEqual(['unused-script', 'unused-suppression']);
  });

  test('where it names no rule', () => {
    expect(rulesFoundIn({ before: '# kalint-disable' })).toEqual([
      'invalid-suppression',
      'unused-script',
    ]);
  });

  test('where it is no comment', () => {
    const before = 'vrrp_script other {\n  script "/bin/echo # kalint-disable unused-script"\n}';
    expect(rulesFoundIn({ before })).toEqual(['unused-script', 'unused-script']);
  });
});

test('what is for the formatter is for it alone', () => {
  const before = '# kalint-fmt-off\n! kalint-fmt-on\n# kalint-fmt-ignore -- a table';
  expect(rulesFoundIn({ before })).toEqual(['unused-script']);
  expect(rulesFoundIn({ before: '# kalint-fmt-of' })).toEqual([
    'invalid-suppression',
    'unused-script',
  ]);
});

describe('hostile comments take no time', () => {
  test.each([
    ['blanks', `# kalint-disable x${' '.repeat(2_000_000)}y`],
    ['dashes', `# kalint-disable x${' -'.repeat(1_000_000)}y`],
    ['many of them', '# kalint-disable unused-scrip\n'.repeat(200_000)],
    ['many rules in one', `# kalint-disable${' unused-scrip'.repeat(200_000)}`],
    ['many on and off', '# kalint-disable unused-script\n# kalint-enable\n'.repeat(100_000)],
  ])('%s', (_, before) => {
    const start = process.cpuUsage();
    const found = rulesFoundIn({ before });
    const { user } = process.cpuUsage(start);
    // A line that is too long is not read at all.
    expect(found.some((rule) => /^invalid-suppression$|^limit-exceeded$/.test(rule))).toBe(true);
    expect(user / 1e6).toBeLessThan(5);
  });
});

describe('what does not run', () => {
  const unneeded = { line: '# kalint-disable-line unused-script, equal-priority' };

  test('is not spoken about', () => {
    expect(rulesFoundIn(unneeded)).toEqual(['unused-suppression']);
    const severities = new Map([['equal-priority', 'off' as const]]);
    expect(rulesFoundIn(unneeded, { severities })).toEqual([]);
  });
});

describe('a profile', () => {
  test('minimal keeps errors only', () => {
    expect(rulesFoundIn({}, { profile: 'minimal' })).toEqual([]);
  });

  test('strict asks for reasons', () => {
    const before = '# kalint-disable-next-line unused-script';
    expect(rulesFoundIn({ before }, { profile: 'strict' })).toContain('suppression-without-reason');
  });
});

describe('the severity of a rule', () => {
  test('is what is wanted', () => {
    const text = '\n';
    const severities = new Map([['empty-configuration', 'error' as const]]);
    const [found] = lint([{ path: 'a.conf', text }], { severities }).diagnostics;
    expect(found).toMatchObject({ rule: 'empty-configuration', severity: 'error' });
  });

  test('off switches it off', () => {
    expect(rulesFoundIn({}, { severities: new Map([['unused-script', 'off']]) })).toEqual([]);
  });

  test('brings a rule into a profile that does not have it', () => {
    const raised = new Map([['unused-script', 'info' as const]]);
    expect(rulesFoundIn({}, { profile: 'minimal', severities: raised })).toEqual(['unused-script']);
    const before = '# kalint-disable-next-line unused-script';
    const severities = new Map([['suppression-without-reason', 'warning' as const]]);
    expect(rulesFoundIn({ before }, { severities })).toEqual(['suppression-without-reason']);
  });
});
