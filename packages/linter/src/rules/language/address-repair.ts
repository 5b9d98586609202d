import { parseAddress, type InvalidValue, type KeywordSchema, type Word } from '@kalint/parser';
import { isInBlock } from './problems.ts';
import { rewriting, type Repair } from './repair.ts';
import { keywordsOf } from './vocabulary.ts';

/** What was meant by a word that is no address, as far as that can be told. */
export function addressRepair(problem: InvalidValue): Repair | undefined {
  const { word, expected } = problem;
  if (!expected.includes('address')) return undefined;
  return (
    inBrackets(word) ??
    withPort(problem) ??
    withNetmask(word) ??
    withWrongNumber(word) ??
    hostName(problem)
  );
}

/** `[2001:db8::1]`, with a port or without */
function inBrackets(word: Word): Repair | undefined {
  const [, address = '', port] = /^\[([\da-fA-F:.]+)\](?::(\d+))?$/.exec(word.text) ?? [];
  if (!parseAddress(address)) return undefined;
  const end = address.length + 2;
  return {
    help: 'an IPv6 address stands without brackets, and a port behind a blank',
    fix: {
      title: 'remove the brackets',
      safety: 'safe',
      edits: [
        ...rewriting(word, 0, 1, '', '').edits,
        ...rewriting(word, end - 1, port === undefined ? end : end + 1, blankBefore(port), '')
          .edits,
      ],
    },
  };
}

function blankBefore(port: string | undefined): string {
  return port === undefined ? '' : ' ';
}

/** `192.0.2.1:80` */
function withPort({ word, schema, statement, block }: InvalidValue): Repair | undefined {
  const [, address = '', mark = ''] = /^(\d+\.\d+\.\d+\.\d+)([:,])\d+$/.exec(word.text) ?? [];
  if (!parseAddress(address)) return undefined;
  if (takesPort(schema) && !isInBlock(word, statement)) {
    const isAlone = statement.words.length === 1;
    return {
      help: `the port stands behind a blank, and not behind a \`${mark}\``,
      fix: isAlone
        ? rewriting(word, address.length, address.length + 1, ' ', `write a blank for \`${mark}\``)
        : undefined,
    };
  }
  const own = statement.keyword.text === 'connect_ip' ? 'connect_port' : 'bind_port';
  const isChecker = keywordsOf(block, 'unreleased').includes(own) && mark === ':';
  return {
    help: isChecker
      ? `write the address alone, and the port on a line of its own: \`${own} <PORT>\``
      : 'an address stands here without a port',
  };
}

function takesPort({ value }: KeywordSchema): boolean {
  return value.type === 'arguments' && 'port' in (value.operands ?? {});
}

/** `192.0.2.1/255.255.255.0` */
function withNetmask(word: Word): Repair | undefined {
  const [, address = '', mask = ''] = /^([\d.]+)\/(\d+\.\d+\.\d+\.\d+)$/.exec(word.text) ?? [];
  const prefix = prefixOf(mask);
  if (!parseAddress(address) || prefix === undefined) return undefined;
  const start = address.length + 1;
  return {
    help: `the prefix is a number of bits: write \`/${prefix}\``,
    fix: rewriting(word, start, word.text.length, String(prefix), `write \`/${prefix}\``),
  };
}

/** How many bits a mask has, if they are its first ones. */
function prefixOf(mask: string): number | undefined {
  if (!parseAddress(mask)) return undefined;
  const bits = mask
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('');
  return /^1+0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : undefined;
}

function withWrongNumber({ text }: Word): Repair | undefined {
  const [address = ''] = text.split('/');
  if (!/^\d+(?:\.\d+){2,4}$/.test(address)) return undefined;
  const parts = address.split('.');
  if (parts.length !== 4) {
    return { help: `an IPv4 address has four numbers, and this has ${parts.length}` };
  }
  const tooLarge = parts.find((part) => Number(part) > 255);
  if (tooLarge !== undefined) return { help: 'a number of an IPv4 address is at most 255' };
  return parts.some((part) => /^0\d/.test(part))
    ? { help: 'write the numbers without leading zeros' }
    : undefined;
}

function hostName({ word: { text } }: InvalidValue): Repair | undefined {
  if (!/^[a-z][\w-]*(?:\.[a-z][\w-]*)+$/i.test(text) || /^[xX]+(?:\.[xX]+)+$/.test(text)) {
    return undefined;
  }
  return { help: 'keepalived looks up no names here: write the address' };
}
