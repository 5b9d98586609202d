import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { failoverAsHtml } from '../../src/failover/html.ts';
import { failoverAsJson } from '../../src/failover/json.ts';
import { failoverAsMarkdown } from '../../src/failover/markdown.ts';
import { failoverForPeople } from '../../src/failover/pretty.ts';
import { failoverAsSvg } from '../../src/failover/svg.ts';
import { viewOf } from '../../src/failover/view/view-of.ts';
import type { Facts } from '../../src/failover/facts.ts';
import { noColours } from '../../src/terminal/colour.ts';
import { factsOf } from './facts.ts';
import { modelOf } from './models.ts';
import { isFailoverReport } from './schema.ts';

/* Names come from files, and nothing in them may act on a terminal, a page, a picture or a comment. */

const names = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'--><svg/onload=alert(1)>",
  ']]>&lt;&amp;&#60;',
  'a|b|c',
  'back\\|slash\\',
  '`code` ``two`` `',
  '**bold** _it_ ~~no~~ [x](javascript:alert(1))',
  '@admin #1 kalint/kalint#1 https://evil.example www.evil.example',
  '\u001b[31mred\u001b]8;;https://evil.example\u001b\\',
  'line\nbreak\r\n\ttab',
  '\u202egpj.exe\u2066\u200b\ufeff\u0000\u0085',
  '\ud800lone',
  '</style></title></svg>',
  '${1+1} {{7*7}}',
  '名前 e\u0301 \u{1f600}',
];

function factsWith(name: string): Facts {
  const facts = factsOf(
    modelOf(
      [
        {
          name: `${name}1`,
          priority: 100,
          scripts: [
            [name, -20],
            [`${name}2`, -5],
          ],
        },
        { name: `${name}2`, priority: 90, scripts: [[name, -20]] },
      ],
      name,
    ),
  );
  const { report } = facts;
  return {
    ...facts,
    report: { ...report, unknown: [{ node: name, instance: name, reason: `because of ${name}` }] },
    expectations: [
      {
        text: `healthy: ${name}`,
        ok: false,
        mistake: { message: `there is no node \`${name}\``, column: 1 },
      },
    ],
  };
}

/** Tags with their attributes, without texts. */
function tagsIn(markup: string): readonly string[] {
  return [...markup.matchAll(/<(?!!doctype html>)[^>]*>?/g)].map(([tag]) => tag);
}

/** What a page shows; a picture is all body. */
function bodyOf(markup: string): string {
  const [first = '', second] = markup.split('<body>');
  return (second ?? first).split('</body>')[0] ?? '';
}

const allowedTag =
  /^<\/?(?:html|head|meta|title|style|body|main|header|section|footer|div|p|h[1-3]|small|b|span|code|ul|li|table|thead|tbody|tr|th|td|figure|figcaption|br|pre|a|svg|desc|g|path|circle|rect|text)(?: [a-zA-Z:-]+="[^"<>]*")*\/?>$/;

describe.each(names.map((name) => [JSON.stringify(name), name]))('%s', (_, name) => {
  const facts = factsWith(name);
  const view = viewOf(facts);

  test('in a terminal', () => {
    for (const width of [60, 100]) {
      const text = failoverForPeople(view, noColours, width);
      expect(text).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
    }
  });

  test('in JSON', () => {
    const text = failoverAsJson(facts);
    expect(text).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
    const json = JSON.parse(text);
    isFailoverReport(json);
    expect(isFailoverReport.errors ?? []).toEqual([]);
    expect(json.nodes[0].name).toBe(`${name}1`);
  });

  test.each([
    ['a page', failoverAsHtml(view)],
    ['a picture', failoverAsSvg(view)],
  ])('in %s', (_kind, markup) => {
    // The style sheet is the same in every page.
    const rest = markup.replace(/<style>[^<]*<\/style>/, '');
    for (const tag of tagsIn(rest)) {
      expect(tag).toMatch(allowedTag);
      // No value has a quote, so that this is an attribute.
      expect(tag).not.toMatch(/ on\w+="| (?:href|src)="(?!https:\/\/github\.com\/kalint\/)/);
    }
    expect(rest).not.toMatch(/[^\P{C}\n]/u);
    const sane = bodyOf(markup).replace(/&#\d+;/g, '');
    expect(sane).not.toContain('&');
  });

  test('in a comment to a pull request', async () => {
    const markdown = failoverAsMarkdown(view);
    const page = await marked.parse(markdown, { gfm: true });
    const outside = page.replace(/<code>[^]*?<\/code>/g, 'CODE');
    for (const tag of tagsIn(outside)) {
      expect(tag).toMatch(
        /^<\/?(?:h[23]|p|strong|table|thead|tbody|tr|t[hd](?: align="right")?|br|ul|li|details|summary)>$/,
      );
    }
    // Mentions, issues and links are made of text outside of code only.
    expect(outside).not.toMatch(/@(?!\u200b)\w|#(?!\u200b)\d|https?:\/\/|www\.|javascript:/);
    const widths = [...page.matchAll(/<tr>([^]*?)<\/tr>/g)].map(
      ([, row = '']) => row.match(/<t[hd]/g)?.length,
    );
    expect(widths.length).toBeGreaterThan(5);
    expect(new Set(widths)).toEqual(new Set([6]));
  });
});
