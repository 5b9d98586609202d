/*
 * Secrets in what a line hands to others: the commands of scripts, and URLs. Anywhere in a line, for a script stands
 * behind many keywords, and in comments.
 */

/** A text without this has none of them. */
const mayHold = /:\/\/|[?&]|\bcurl\b/;

/** Whether any line of a text may hold such a secret: most files have none, and are not looked through. */
export function mayHoldCommandSecrets(text: string): boolean {
  return mayHold.test(text);
}

/** Where the first secret of a line begins that stands in a URL, or is handed to curl; undefined when there is none. */
export function commandSecretIn(line: string): number | undefined {
  const places = [endOf(passwordInUrl, line), endOf(valueInQuery, line), passwordForCurl(line)];
  const found = places.filter((each) => each !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}

/** What stands before the password of `http://user:password@host/`. */
const passwordInUrl = /:\/\/[^\s/@:"']*:(?=[^\s/@"']+@)/;

/** What stands before the value of `?token=value`, `&api_key=value`; a variable is none. */
const valueInQuery =
  /[?&](?:[\w.-]*(?:token|passw(?:or)?d|passphrase|secret|api[_-]?key)|(?:[\w.-]*[_.-])?(?:pass|pwd))=(?=[^\s&"'\\$])/i;

function endOf(pattern: RegExp, line: string): number | undefined {
  const match = pattern.exec(line);
  return match ? match.index + match[0].length : undefined;
}

/**
 * In a line, each by itself: curl, what ends its command, and what stands before the password of `-u user:password`.
 * Before the `u` stand options without a value (https://curl.se/docs/manpage.html); `-U` is for a proxy.
 */
const partsForCurl =
  /(?<curl>\bcurl(?=[\s"']))|(?<end>\s(?:\|\|?|&&?|;)(?=\s))|\s(?:-[\dBfgGiIjJklLMnNOpqRsSvVZa#]{0,9}[uU]\s*|--(?:proxy-)?user[\s=]+)["'\\]*[^\s:"'\\]*:(?=[^\s"'\\$])/g;

function passwordForCurl(line: string): number | undefined {
  if (!line.includes('curl')) return undefined;
  let isCurl = false;
  for (const { 0: part, index, groups } of line.matchAll(partsForCurl)) {
    if (groups?.['curl'] !== undefined) isCurl = true;
    else if (groups?.['end'] !== undefined) isCurl = false;
    else if (isCurl) return index + part.length;
  }
  return undefined;
}
