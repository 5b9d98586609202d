import type { KeywordSchema, ValueSchema } from '@kalint/parser';

/** The bounds of a value in words: `1 to 255`, `0 to 4294, in s`, `at most 15 bytes`. */
export function boundsOf(value: ValueSchema): string {
  const facts: string[] = [];
  if ('syntax' in value) facts.push(value.syntax);
  if (value.type === 'numbers') {
    const { least, most, separator } = value;
    facts.push(`${least === most ? most : `${least} to ${most}`} with ${separator} between`);
  }
  if (value.type === 'duration') facts.push(`at most ${plain(value.max)} ms`);
  if (value.type === 'umask') facts.push(Object.keys(value.bits).join('|'));
  if (value.type === 'hmac-key') facts.push(`${value.minBytes} to ${value.maxBytes} bytes`);
  if ('min' in value) facts.push(`${plain(value.min)} to ${plain(value.max)}`);
  if ('unit' in value && value.unit) facts.push(`in ${value.unit}`);
  if ('places' in value) facts.push(`at most ${value.places} decimals`);
  if ('maxLength' in value) facts.push(`at most ${value.maxLength} bytes`);
  if ('octets' in value) facts.push(`${value.octets} octets`);
  if ('family' in value && value.family) facts.push(`IPv${value.family}`);
  if ('multicast' in value && value.multicast) facts.push('multicast');
  return facts.join(', ');
}

/** What became of a keyword: `deprecated since 2.1.0: use track_file`. */
export function fateOf({ deprecated, removed, replacement }: KeywordSchema): string {
  if (removed) return `removed in ${removed}${replacement ? `: use ${replacement}` : ''}`;
  return deprecated ? `deprecated since ${deprecated.since}: use ${deprecated.use}` : '';
}

const repetitions: Readonly<Record<NonNullable<KeywordSchema['repeat']>, string>> = {
  last: '',
  'last-reported': 'the last one counts, others are reported',
  first: 'the first one counts, others are reported',
  each: 'each one counts',
  merged: 'several count as one',
};

/** The other facts of a keyword, each in a few words. */
export function factsOf(schema: KeywordSchema): readonly string[] {
  return [
    `since ${schema.since}`,
    boundsOf(schema.value),
    schema.default === undefined ? '' : `default: ${schema.default}`,
    schema.required ? 'required' : '',
    repetitions[schema.repeat ?? 'last'],
    ...buildFacts(schema.build),
  ].filter((fact) => fact !== '');
}

/** `needs --enable-bfd` */
export function buildFacts(build: readonly string[] = []): readonly string[] {
  return build.map((option) =>
    option.startsWith('not ') ? `built without ${option.slice(4)}` : `built with ${option}`,
  );
}

/** Without an exponent. */
function plain(value: number): string {
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
}
