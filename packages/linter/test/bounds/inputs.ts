/*
 * Texts that nobody writes by hand: each would take minutes, or all memory, if nothing kept it within
 * bounds.
 */

const million = 1_000_000;

/** An ordinary configuration of about so many characters. */
export function ordinary(characters: number): string {
  const instances: string[] = [];
  let length = 0;
  for (let n = 0; length < characters; n++) {
    const text = instance(n);
    instances.push(text);
    length += text.length;
  }
  return instances.join('');
}

function instance(n: number): string {
  return `vrrp_instance VI_${n} {
    state BACKUP
    interface eth${n % 1000}
    virtual_router_id ${(n % 255) + 1}
    priority 100 # ${n}
    virtual_ipaddress {
        192.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}/24
    }
}
`;
}

function lines(count: number, line: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => `${line(n)}\n`).join('');
}

export const inputs: Readonly<Record<string, () => string>> = {
  'a definition that contains itself': () => '$A=$A$A\nglobal_defs {\nrouter_id $A\n}\n',
  'definitions that double': () =>
    `$A0=xxxxxxxxxxxxxxxxxxxx\n${lines(60, (n) => `$A${n + 1}=$A${n} $A${n}`)}global_defs {\nrouter_id $A60\n}\n`,
  'definitions of two lines that double': () =>
    `$A0=x\n${lines(60, (n) => `$A${n + 1}=\\\n$A${n} \\\n$A${n}`)}$A60\n`,
  'a sequence of a thousand million': () => '~SEQ(I,1,1000000000) vrrp_instance $I {\n}\n',
  'sequences in sequences': () => '~SEQ(I,1,1000) ~SEQ(J,1,1000) ~SEQ(K,1,1000) router_id $K\n',
  'a million braces': () => '{\n'.repeat(million),
  'half a million braces': () => '{\n'.repeat(500_000),
  'a million nested blocks': () => 'a {\n'.repeat(million),
  'nested blocks of a known keyword': () => 'global_defs {\n'.repeat(500_000),
  'a million unclosed blocks': () => lines(million, (n) => `vrrp_instance VI_${n} {`),
  'unclosed blocks with something in them': () =>
    lines(100_000, (n) => `vrrp_instance VI_${n} {\npriority 1`),
  'a million closing braces': () => '}\n'.repeat(million),
  'half a million closing braces': () => '}\n'.repeat(500_000),
  'a million ids': () => lines(million, (n) => `@id${n} state`),
  'a hundred thousand ids': () => lines(100_000, (n) => `@id${n} state`),
  'a hundred thousand instances': () => lines(100_000, (n) => `vrrp_instance VI_${n} {\n}`),
  'a long word': () => 'a'.repeat(100 * million),
  'a long line of words': () => 'a '.repeat(50 * million),
  'a long quote': () => `"${'a'.repeat(100 * million)}`,
  'a long comment': () => `#${'a'.repeat(100 * million)}`,
  'a long line of braces': () => '{'.repeat(100 * million),
  'a long line of dollars': () => '$'.repeat(100 * million),
  'a long line of blanks': () => ' '.repeat(100 * million),
  'nothing but line ends': () => '\n'.repeat(100 * million),
  'a long word in a file of a usual size': () => 'a'.repeat(8 * million),
  'many words in a file of a usual size': () => 'a\n'.repeat(4 * million),
  'a hundred and thirty thousand URLs': () =>
    `virtual_server 192.0.2.1 80 {\nreal_server 192.0.2.2 80 {\nHTTP_GET {\n${'url {\n}\n'.repeat(130_000)}}\n}\n}\n`,
  'three hundred thousand mistakes': () => `vrrp_instance A {\n${'statee X\n'.repeat(300_000)}}\n`,
};
