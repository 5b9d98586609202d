/*
 * Secrets in what a line hands to others: the commands of scripts, URLs, and headers. Anywhere in a line, for a script stands
 * behind many keywords, and in comments.
 */

/** A text without this has none of them. */
const mayHold = /:\/\/|[?&]|\bcurl\b|(?:authorization|cookie|token|key|secret):/i;

/** Whether any line of a text may hold such a secret: most files have none, and are not looked through. */
export function mayHoldCommandSecrets(text: string): boolean {
  return mayHold.test(text);
}

/** Where the first secret of a line begins that is handed over; undefined when there is none. */
export function commandSecretIn(line: string): number | undefined {
  const patterns = [passwordInUrl, valueInQuery, valueOfHeader].map((each) => endOf(each, line));
  const places = [...patterns, passwordForCurl(line)];
  const found = places.filter((each) => each !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}

/** What stands before the password of `http://user:password@host/`. */
const passwordInUrl = /:\/\/[^\s/@:"']*:(?=[^\s/@"']+@)/;

/** What stands before the value of `?token=value`, `&api_key=value`. */
const valueInQuery =
  /[?&](?:[\w.-]*(?:token|passw(?:or)?d|passphrase|secret|api[_-]?key)|(?:[\w.-]*[_.-])?(?:pass|pwd))=(?=["'\\]{0,2}[^\s&"'\\])/i;

/**
 * What stands before the value of `Authorization: Bearer value` (RFC 9110, 11.6.2), of a cookie, and of the headers that
 * services have for the same: `X-Api-Key`, `X-Vault-Token`, `PRIVATE-TOKEN`.
 */
const valueOfHeader =
  /\b(?:(?:proxy-)?authorization|cookie|(?:[a-z]{1,20}-){1,4}(?:token|key|secret)):\s{0,20}(?:(?:basic|bearer|digest|negotiate|token|apikey)\s{1,20})?(?=["'\\]{0,2}[^\s"'\\])/i;

function endOf(pattern: RegExp, line: string): number | undefined {
  const match = pattern.exec(line);
  return match ? match.index + match[0].length : undefined;
}

/**
 * What stands before the password of `-u user:password`, as curl takes it: before the `u` stand options without a
 * value (https://curl.se/docs/manpage.html); `-U` is for a proxy. Each of them, and the user, may be in quotes. No part
 * is followed by one that begins alike, and none is without end: a line may have a million letters.
 */
const optionOfCurl =
  /[\s"'](?:-[\dBfgGiIjJklLMnNOpqRsSvVZa#]{0,9}[uU]|--(?:proxy-)?user(?=[\s="'\\]))/;
const userOfCurl = /(?:["'\\]{0,2}\s{1,20})?[^\s:]{0,200}:(?=["'\\]{0,4}[^\s"'\\])/;

/** In a line, each by itself: curl, what ends its command, and what stands before its password. */
const partsForCurl = new RegExp(
  `(?<curl>\\bcurl(?=[\\s"']))|(?<end>\\s(?:\\|\\|?|&&?|;)(?=\\s))|${optionOfCurl.source}${userOfCurl.source}`,
  'g',
);

function passwordForCurl(line: string): number | undefined {
  if (!line.includes('curl')) return undefined;
  let isCurl = false;
  let isQuoted = false;
  let behind = 0;
  for (const { 0: part, index, groups } of line.matchAll(partsForCurl)) {
    for (; behind < index; behind++) if (line[behind] === "'") isQuoted = !isQuoted;
    if (groups?.['curl'] !== undefined) isCurl = true;
    // A separator in quotes is a part of a word.
    else if (groups?.['end'] !== undefined) isCurl &&= isQuoted;
    else if (isCurl) return index + part.length;
  }
  return undefined;
}
