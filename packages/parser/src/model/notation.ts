import type { ArgumentsSchema, OptionSchema, ValueSchema } from '../schema/value.ts';

/** What a keyword expects, in the notation of the manual page. */
export function notationOf(value: ValueSchema): string {
  switch (value.type) {
    case 'flag':
      return '';
    case 'boolean':
      return '[true|on|yes|false|off|no]';
    case 'integer':
      return [...(value.names ?? []), '<INTEGER>'].join('|');
    case 'decimal':
      return '<DECIMAL>';
    case 'duration':
      return '<TIME>';
    case 'numbers':
      return [...Array(value.least).keys()].map(() => '<INTEGER>').join(value.separator);
    case 'integers':
      return '<INTEGER>[-<INTEGER>] ...';
    case 'enum':
      return value.values.join('|');
    case 'string':
      return value.syntax;
    case 'hex':
      return '<HEX DIGITS>';
    case 'interface':
      return '<INTERFACE>';
    case 'address':
      return [...(value.words ?? []), '<IPADDR>'].join('|');
    case 'cidr':
      return '<IPADDR>[/<PREFIX>]';
    case 'address-range':
      return '<IPADDR>[-<END>|/<PREFIX>]';
    case 'host':
      return '<IPADDR>|<DOMAIN>';
    case 'mac':
      return '<MAC>';
    case 'script':
      return '<SCRIPT>';
    case 'user':
      return '<USER> [<GROUP>]';
    case 'weight':
      return `<INTEGER> [${value.directions.join('|')}]`;
    case 'umask':
      return '<NUMBER>|<BITS>';
    case 'hmac-key':
      return '<KEY>|hex:<HEX>|file:<PATH>';
    case 'list':
      return `${notationOf(value.of)} ...`;
    case 'arguments':
      return notationOfArguments(value);
  }
}

/** Many options are not listed. */
const mostOptions = 6;

function notationOfArguments({ operands = {}, options = {} }: ArgumentsSchema): string {
  const values = Object.values(operands).map(({ value, optional }) =>
    optional ? `[${notationOf(value)}]` : notationOf(value),
  );
  const names = Object.keys(options).filter((name) => options[name]?.sameAs === undefined);
  const all = names.map((name) => `[${notationOfOption(name, options[name] ?? {})}]`);
  return [...values, ...(all.length > mostOptions ? ['[<OPTION> ...]'] : all)].join(' ');
}

/** An option with its value. */
export function notationOfOption(name: string, { value }: Pick<OptionSchema, 'value'>): string {
  const notation = value ? notationOf(value) : '';
  return notation === '' ? name : `${name} ${notation}`;
}
