import { describe, expect, test } from 'vitest';
import {
  newestRelease,
  sameMeaning,
  type MeaningOptions,
  type ReadInclude,
} from '../../src/index.ts';

/* What a formatter that is broken in some way would do must be noticed, each by itself. */

const before = `# top
$VIP=192.0.2.1
$LINES=state MASTER \\
  priority 100
vrrp_script chk { script "/bin/check  -a" } # end
vrrp_instance A {
    $LINES
    @one interface eth0
    @two interface eth1
    virtual_ipaddress {
        $VIP
        ~SEQ(n, 2, 4) 192.0.2.$n
    }
    notify '/bin/sh -c  x'
}
`;

const damages: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'a word': ['state MASTER', 'state BACKUP'],
  'a word less': ['eth0', ''],
  'a word split': ['MASTER', 'MAS TER'],
  'words joined': ['state MASTER', 'stateMASTER'],
  'a blank within quotes': ['check  -a', 'check -a'],
  'a blank within single quotes': ['-c  x', '-c x'],
  'quotes less': ['"/bin/check  -a"', '/bin/check -a'],
  'a line end': ['}\n    notify', '} notify x\n'],
  'two lines joined': ['eth0\n    @two interface', 'eth0 @two interface'],
  'a brace moved': ['{ script "/bin/check  -a" }', '{\n} script "/bin/check  -a"'],
  'a brace less': ['    }\n', '\n'],
  'a comment': ['# top', '# tap'],
  'a comment less': [' # end', ''],
  'comments joined': ['# top\n', '# top '],
  'the order': ['@one interface eth0', '@one interface eth1'],
  'the value for one id': ['@two interface eth1', '@two interface eth2'],
  'a condition behind a blank line of a definition': ['MASTER \\\n', 'MASTER \\\n\n'],
  'a definition that ends early': ['MASTER \\', 'MASTER'],
  'a reference that does not end its line': ['$LINES', '$LINES x'],
  'a sequence': ['2, 4', '2, 5'],
  'a blank in a definition': ['$VIP=', '$VIP ='],
};

describe('another meaning is noticed', () => {
  test.each(Object.entries(damages))('%s', (_, [from, to]) => {
    const text = before.replace(from, to);
    expect(text).not.toBe(before);
    const [old, now] = [before, text].map((each) => ({ path: 'a.conf', text: each }));
    if (!old || !now) throw new Error('two files');
    expect(sameMeaning(old, old, { release: newestRelease })).toBe(true);
    expect(sameMeaning(old, now, { release: newestRelease })).toBe(false);
  });
});

test('what included files say for their own ids counts', () => {
  const part = { path: 'part.conf', text: '@three include more.conf\n' };
  const readInclude: ReadInclude = (pattern) => {
    const text = pattern === 'more.conf' ? 'state MASTER\n' : undefined;
    if (text === undefined) return pattern === 'part.conf' ? [part] : [];
    return [{ path: pattern, text }];
  };
  const asked: string[] = [];
  const options: MeaningOptions = {
    release: newestRelease,
    readInclude: (pattern, from) => {
      asked.push(pattern);
      return readInclude(pattern, from);
    },
  };
  const [old, now] = ['', '\n'].map((end) => ({
    path: 'a.conf',
    text: `vrrp_instance A {\ninclude part.conf\n}${end}`,
  }));
  if (!old || !now) throw new Error('two files');
  expect(sameMeaning(old, now, options)).toBe(true);
  expect(asked).toContain('more.conf');
});

test('of an expansion without end the beginning counts', () => {
  const sequence = '~SEQ(a, 1, 9999) x $a ${b} ';
  const text = `$b=${'y'.repeat(200)}\n${sequence}\n`;
  const [old, now, other] = [text, text.replaceAll('\n', '\n\n'), text.replace('x $a', 'z $a')].map(
    (each) => ({ path: 'a.conf', text: each }),
  );
  if (!old || !now || !other) throw new Error('three files');
  expect(sameMeaning(old, now, { release: newestRelease })).toBe(true);
  expect(sameMeaning(old, other, { release: newestRelease })).toBe(false);
});
