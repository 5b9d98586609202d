import { compareReleases, type Location, type SyntaxTree } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import {
  featureOfReference,
  featuresOfDirective,
  knowsAll,
  type Feature,
} from './directive-releases.ts';

/** The releases are those whose lib/parser.c first has it. */
export const newDirective = defineRule({
  id: 'new-directive',
  scope: 'text',
  severity: 'error',
  summary: 'A directive of the preprocessor is newer than the release that will read the file',
  check(written, { release, report }) {
    if (knowsAll(release)) return;
    const known = new Set<Feature>();
    for (const { feature, at } of uses(written)) {
      // The first one of a kind says it for all.
      if (compareReleases(release, feature.since) >= 0 || known.has(feature)) continue;
      known.add(feature);
      report({
        at,
        message: `keepalived ${release} does not know ${feature.name}: it came with ${feature.since}`,
        notes: ['the line is an ordinary one to it, whatever stands there'],
        help: `write it without, or run keepalived ${feature.since} or newer`,
      });
    }
  },
});

interface Use {
  readonly feature: Feature;
  readonly at: Location;
}

function uses(written: SyntaxTree): readonly Use[] {
  const { source } = written;
  // Most files have none, and to look at tokens means to make them.
  if (!/\$|(?:^|[{}])[^\S\n]*(?:[@~]|include)/m.test(source.text)) return [];
  return written.tokens.flatMap(({ kind, span }): readonly Use[] => {
    const text = source.text.slice(span.start, span.end);
    const head = text.split(/[\n=({]/, 1)[0] ?? '';
    const at = {
      source,
      span: { start: span.start, end: span.start + Math.max(1, head.trimEnd().length) },
    };
    switch (kind) {
      case 'definition':
      case 'condition':
      case 'sequence':
      case 'include': {
        const directive = featuresOfDirective(text).map((feature) => ({ feature, at }));
        return [...directive, ...references(text, { source, span })];
      }
      case 'word':
        // The brace of `${NAME}` is a token of its own.
        return references(source.text.slice(span.start, span.end + longestName), { source, span });
      default:
        return [];
    }
  });
}

const longestName = '{_INSTANCE'.length;

function references(text: string, { source, span }: Location): readonly Use[] {
  return [...text.matchAll(/\$\{?(_[A-Z]+)\b/g)].flatMap(({ 0: image, 1: name = '', index }) => {
    const feature = featureOfReference(name);
    const start = span.start + index;
    // What follows a word on its line is looked at with its own word.
    if (!feature || start >= span.end) return [];
    return [{ feature, at: { source, span: { start, end: start + image.length } } }];
  });
}
