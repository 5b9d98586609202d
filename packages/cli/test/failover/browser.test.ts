import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { availabilityOf, failoverRules, fold, lint, type FoldedDiagnostic } from '@kalint/linter';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failoverAsHtml } from '../../src/failover/html.ts';
import { failoverAsSvg } from '../../src/failover/svg.ts';
import { viewOf } from '../../src/failover/view/view-of.ts';
import type { Facts } from '../../src/failover/facts.ts';
import { factsOf } from './facts.ts';
import { eight, modelOf, three, two } from './models.ts';

/*
 * The page and the picture in a real browser, at several widths, light, dark and on paper: what a person would
 * see at once is measured. Nothing is compared pixel by pixel, for fonts differ.
 */

const executablePath = '/usr/bin/chromium';
const isInstalled = existsSync(executablePath);
if (!isInstalled)
  console.warn('chromium is not installed: the report is not looked at in a browser');

/** A new profile each time, and nothing that a browser does for itself. */
const switches = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** What lookAtPage() in page-checks.js returns. */
interface Findings {
  readonly overflows: readonly string[];
  readonly cuts: readonly string[];
  readonly collisions: readonly string[];
  readonly faint: readonly { readonly text: string; readonly ratio: number }[];
  readonly headings: readonly string[];
  readonly pictureTexts: number;
  readonly background: string;
  readonly unnamedPictures: number;
  readonly unnamedHeads: number;
  readonly titles: number;
  readonly broken: number;
}

const checks = `${readFileSync(join(import.meta.dirname, 'page-checks.js'), 'utf8')}
lookAtPage()`;

const hostile = modelOf(
  [
    '<script>alert(1)</script>',
    '"><img src=x>\u202e',
    'a very long name '.repeat(6),
    '名前'.repeat(20),
  ].map((name, index) => ({
    name,
    priority: 100 - index,
    scripts: [['a-check-with-a-name-that-goes-on-and-on-and-on-for-ever', -20]] as const,
  })),
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW & <b>',
);

const hour = 3600;

function withMore(facts: Facts): Facts {
  const text = 'when lb1:script:chk_http -> lb2 within 5s';
  const rate = { mtbf: 720 * hour, mttr: undefined };
  return {
    ...facts,
    findings: findings(),
    otherErrors: 2,
    availability: {
      rate,
      routers: facts.report.routers.map(({ scenarios, initial }) =>
        availabilityOf(scenarios, initial, rate),
      ),
    },
    expectations: [
      { text: 'healthy: lb1', ok: true },
      { text, ok: false, mistake: { message: 'it takes up to 7.7 s', column: 1 } },
    ],
  };
}

/** What the rules say of a pair whose checks move nothing, on a line that is wider than a narrow screen. */
function findings(): readonly FoldedDiagnostic[] {
  const name = 'a_check_with_a_name_that_goes_on_and_on_and_on_and_on_and_on_and_on';
  const textWith = (priority: number): string => `vrrp_script ${name} {
  script /usr/bin/true
  weight -5
}
vrrp_instance VI_1 {
  interface eth0
  virtual_router_id 51
  priority ${priority}
  virtual_ipaddress {
    192.0.2.10/24
  }
  track_script {
    ${name} # <b>&amp;</b> ${'and a remark that goes on '.repeat(6)}
  }
}
`;
  const sources = [100, 90].map((priority) => ({
    path: `node-${priority}.conf`,
    text: textWith(priority),
  }));
  return fold(lint(sources, { rules: failoverRules }).diagnostics);
}

/** Every part that a page can have. */
const headings = ['Availability', 'Expectations', 'Findings'];

const subjects = {
  '2 nodes': { facts: withMore(factsOf(two)), pages: 4 },
  '3 nodes': { facts: withMore(factsOf(three)), pages: 5 },
  '8 nodes': { facts: withMore(factsOf(eight)), pages: 6 },
  'hostile names': { facts: withMore(factsOf(hostile)), pages: 14 },
};

describe.skipIf(!isInstalled)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kalint-browser-'));
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, headless: true, args: switches });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a file, and looks for complaints of the browser, and for what it wants to load besides. */
  async function opened(
    name: string,
    content: string,
    look: { readonly width: number; readonly colorScheme: 'light' | 'dark' },
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    if (!browser) throw new Error('there is no browser');
    const file = join(folder, name);
    writeFileSync(file, content);
    const { width, colorScheme } = look;
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => void complaints.push(message.text()));
    page.on('pageerror', (error) => void complaints.push(error.message));
    page.on('dialog', (dialog) => void complaints.push(dialog.message()));
    page.on('request', (request) => void requests.push(request.url()));
    const url = pathToFileURL(file).href;
    try {
      await page.goto(url);
      await use(page);
      expect(complaints).toEqual([]);
      expect(requests).toEqual([url]);
    } finally {
      await page.close();
    }
  }

  const right = {
    ...{ overflows: [], cuts: [], collisions: [], faint: [] },
    ...{ unnamedPictures: 0, unnamedHeads: 0, titles: 1, broken: 0 },
  };

  describe.each(Object.entries(subjects))('%s', (_name, { facts, pages }) => {
    const view = viewOf(facts);
    const html = failoverAsHtml(view);

    test.each([
      { width: 1280, colorScheme: 'light' },
      { width: 1280, colorScheme: 'dark' },
      { width: 390, colorScheme: 'light' },
      { width: 390, colorScheme: 'dark' },
    ] as const)('the page: %j', async (look) => {
      await opened('report.html', html, look, async (page) => {
        const found: Findings = await page.evaluate(checks);
        expect(found).toMatchObject(right);
        expect(found.headings).toEqual(expect.arrayContaining(headings));
        expect(found.pictureTexts).toBe(html.split('<text ').length - 1);
        expect(found.background).toBe(
          look.colorScheme === 'dark' ? 'rgb(20, 23, 27)' : 'rgb(251, 251, 250)',
        );
      });
    });

    test('on paper it is light, and has not too many pages', async () => {
      const look = { width: 1280, colorScheme: 'dark' } as const;
      await opened('report.html', html, look, async (page) => {
        const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
        const count = /\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1];
        expect(Number(count)).toBeGreaterThan(1);
        expect(Number(count)).toBeLessThanOrEqual(pages);
        // The width of A4 without its margins.
        await page.setViewportSize({ width: 688, height: 900 });
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        expect(await page.evaluate(checks)).toMatchObject({
          ...right,
          background: 'rgba(0, 0, 0, 0)',
        });
      });
    });

    test.each(['light', 'dark'] as const)('the picture alone: %s', async (colorScheme) => {
      const look = { width: 1280, colorScheme };
      const svg = failoverAsSvg(view);
      await opened('report.svg', svg, look, async (page) => {
        const { collisions, faint, broken, pictureTexts }: Findings = await page.evaluate(checks);
        expect({ collisions, faint, broken }).toEqual({ collisions: [], faint: [], broken: 0 });
        expect(pictureTexts).toBe(svg.split('<text ').length - 1);
      });
    });
  });

  test('the checks find what is wrong', async () => {
    const wrong = `<!doctype html><body style="background:#888"><h1>x</h1><h1>y</h1>
      <div style="width:3000px;color:#999">faint</div><p style="width:10px">wwwwwwwwwwww</p>
      <svg width="100" height="20" font-size="10" role="img" aria-labelledby="a"><text x="0" y="12">one</text>
      <text x="4" y="12">two</text><text x="90" y="12">three</text></svg><table><tr><th>q</table>`;
    await opened('wrong.html', wrong, { width: 1280, colorScheme: 'light' }, async (page) => {
      const found: Findings = await page.evaluate(checks);
      expect(found.overflows).toEqual(['the page is 3008 wide']);
      expect(found.cuts).toEqual(['wwwwwwwwwwww']);
      expect(found.collisions).toEqual(['outside: three', 'one / two']);
      expect(found.faint.map(({ text }) => text)).toEqual(['faint']);
      expect(found).toMatchObject({ titles: 2, unnamedPictures: 1, unnamedHeads: 1 });
    });
  });
});
