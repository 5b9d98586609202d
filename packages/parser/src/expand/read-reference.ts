/** `$NAME` or `${NAME PARAMETERS}` in a text. */
export interface Reference {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly braces: boolean;
  readonly parameters: readonly string[];
  /** `${NAME }` */
  readonly blank: boolean;
  /** What stands behind it ends a reference. */
  readonly delimited: boolean;
  /** It ends the line. */
  readonly last: boolean;
}

/**
 * The reference that begins at the `$` at `start`: lib/parser.c, find_definition(). Looked for in every
 * line that is read, hence without regular expressions.
 */
export function readReference(text: string, start: number): Reference | undefined {
  const braces = text[start + 1] === '{';
  const nameStart = braces ? start + 2 : start + 1;
  const nameEnd = endOfName(text, nameStart);
  if (nameEnd === nameStart) return undefined;
  const name = text.slice(nameStart, nameEnd);
  if (!braces) {
    const last = nameEnd === text.length;
    const delimited = last || ' \t,)'.includes(text.charAt(nameEnd));
    return { name, start, end: nameEnd, braces, parameters: none, blank: false, delimited, last };
  }
  if (text[nameEnd] === '}') {
    const end = nameEnd + 1;
    const last = end === text.length;
    return { name, start, end, braces, parameters: none, blank: false, delimited: true, last };
  }
  return readParameters(text, name, start, nameEnd);
}

const none: readonly string[] = [];
const parameterList = /([ \t\w]*)\}/y;

function readParameters(
  text: string,
  name: string,
  start: number,
  nameEnd: number,
): Reference | undefined {
  parameterList.lastIndex = nameEnd;
  const [all, between] = parameterList.exec(text) ?? [];
  if (all === undefined || between === undefined) return undefined;
  const parameters = between.split(/[ \t]+/).filter((parameter) => parameter !== '');
  const blank = /[ \t]$/.test(between);
  if (blank && parameters.length > 0) return undefined;
  const end = nameEnd + all.length;
  // Other than `${NAME}` it never counts as the end of the line.
  return { name, start, end, braces: true, parameters, blank, delimited: true, last: false };
}

/** The end of the name at `start`, which is `start` when there is none. */
function endOfName(text: string, start: number): number {
  let end = start;
  while (isNameCode(text.charCodeAt(end)) && !(end === start && isDigit(text.charCodeAt(end))))
    end++;
  return end;
}

function isNameCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x5f ||
    isDigit(code)
  );
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
