import { dirname, join } from 'node:path';

/*
 * Which exports have no doc comment: read from the declarations that are published, as text, for the
 * compiler in use has no interface for programs.
 */

/** Gives the text of a file. */
type Read = (file: string) => string;

/** `file: name` of each export of an entry, in alphabetical order, that no doc comment explains. */
export function undocumentedExports(entry: string, read: Read): readonly string[] {
  return [...exportsOf(entry, read)]
    .filter(([name, file]) => !isDocumented(name, read(file)))
    .map(([name, file]) => `${file}: ${name}`)
    .sort();
}

/** The exports of an entry and the files in which they are declared. */
export function exportsOf(entry: string, read: Read): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, list = '*', target = ''] of read(entry).matchAll(
    /^export (?:type )?(?:\{([^}]*)\}|\*) from ["']([^"']+)["'];/gm,
  )) {
    const file = join(dirname(entry), target.replace(/\.ts$/, '.d.ts'));
    const names = list === '*' ? declarationsIn(read(file)) : namesIn(list);
    for (const name of names) found.set(name, file);
  }
  return found;
}

function namesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim().replace(/^type /, ''))
    .filter((name) => name !== '');
}

const declaration = /^export (?:declare )?(?:interface|type|function|const|class) (\w+)/gm;

function declarationsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(declaration), ([, name = '']) => name);
}

function isDocumented(name: string, text: string): boolean {
  const documented = new RegExp(
    `\\*/\\nexport (?:declare )?(?:interface|type|function|const|class) ${name}\\b`,
  );
  return documented.test(text);
}
