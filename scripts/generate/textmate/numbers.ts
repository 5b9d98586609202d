import { scope, wordEnd, wordStart, type Repository, type Rule } from './rule.ts';

/* Words of digits. */

/** A number, with `start` before it. */
export function numberRule(start = wordStart): Rule {
  return rule('', start, '[+-]?(?:0[xX][0-9A-Fa-f]+|[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)');
}

/** An address, with a prefix or the end of a range behind it. */
export function addressRule(start = wordStart): Rule {
  return rule(
    '.ip-address',
    start,
    '(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{1,41})' +
      '(?:/[0-9]{1,3}|-[0-9A-Fa-f:.]{1,41})?',
  );
}

export const numberRules: Repository = {
  number: numberRule(),
  address: addressRule(),
  duration: rule('.duration', wordStart, '(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[mM]?[sS])?'),
  /** With something between: `3/4`, `100-199`, `fe80:1:2:3`. */
  numbers: rule(
    '.list',
    wordStart,
    '(?:[0-9][0-9A-Fa-fxX]*|[0-9A-Fa-f]{1,4}(?=:))(?:[-/:][0-9A-Fa-fxX]+){0,15}',
  ),
  hexadecimal: rule('.hexadecimal', wordStart, '[0-9A-Fa-fx:]+'),
};

function rule(kind: string, start: string, digits: string): Rule {
  return { name: scope(`constant.numeric${kind}`), match: `${start}${digits}${wordEnd}` };
}
