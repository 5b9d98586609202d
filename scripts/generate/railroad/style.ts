/** The look of the page: two colour schemes, one column on a phone, printable. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1d2330; --quiet: #5b6475; --rule: #dfe3ea; --shade: #f5f7fa;
  --line: #7b8496; --link: #0b57b0;
  --keyword: #dff3e4; --keyword-edge: #2c7a45; --value: #fff1d6; --value-edge: #9a6a00;
  --symbol: #e3edfb; --symbol-edge: #3465a8; --old: #a4262c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171d; --ink: #e4e8ef; --quiet: #9aa5b8; --rule: #2b313c; --shade: #1b2028;
    --line: #758096; --link: #7db4ff;
    --keyword: #163524; --keyword-edge: #58b97a; --value: #3a2c0d; --value-edge: #d9a441;
    --symbol: #182c48; --symbol-edge: #6f9fe0; --old: #ff8f8f;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: .15em; }
code, svg text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: .9em; }
nav { padding: 1rem; max-height: 50vh; overflow: auto; background: var(--shade); border-bottom: 1px solid var(--rule); }
nav ul { list-style: none; margin: 0; padding: 0; }
nav ul ul { padding-left: .9rem; border-left: 1px solid var(--rule); }
nav a { display: block; color: inherit; padding: .1rem .4rem; border-radius: .3rem; text-decoration: none; font-size: .9rem; }
nav a:hover { background: var(--rule); }
nav .part { margin: .9rem 0 .2rem; font-size: .75rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: var(--quiet); }
main { padding: 1rem; min-width: 0; max-width: 68rem; }
@media (min-width: 60rem) {
  body { display: grid; grid-template-columns: 19rem minmax(0, 1fr); }
  nav { position: sticky; top: 0; height: 100vh; max-height: none; border-bottom: 0; border-right: 1px solid var(--rule); }
  main { padding: 2rem 3rem 6rem; }
}
h1 { margin: 0 0 .5rem; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 3.5rem 0 .5rem; padding-bottom: .3rem; font-size: 1.45rem; border-bottom: 2px solid var(--rule); }
h3 { margin: 2.6rem 0 .3rem; font-size: 1.12rem; }
h3 a, h4 a { color: inherit; text-decoration: none; }
h3 a:hover, h4 a:hover { text-decoration: underline; }
h4 { margin: 1.2rem 0 .2rem; font-size: 1rem; }
p { margin: .4rem 0; max-width: 46rem; }
.within { color: var(--quiet); font-weight: 400; }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; align-items: center; margin: 1rem 0; padding: 0; list-style: none; font-size: .9rem; }
.legend li { display: flex; align-items: center; gap: .5rem; }
.diagram { overflow-x: auto; margin: .3rem 0; padding-bottom: .1rem; }
.entries { margin: .8rem 0 0; padding: 0; list-style: none; border-top: 1px solid var(--rule); }
.entries > li { padding: .7rem 0; border-bottom: 1px solid var(--rule); }
.arguments { margin: .8rem 0 0 .8rem; padding-left: .8rem; border-left: 2px solid var(--rule); }
.arguments .entries { margin: 0; border-top: 0; }
.arguments > .entries:last-child > li:last-child { border-bottom: 0; }
.operand { color: var(--quiet); font-style: italic; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem .4rem; margin: .35rem 0 0; padding: 0; list-style: none; }
.facts li { padding: 0 .5rem; border: 1px solid var(--rule); border-radius: 1rem; background: var(--shade); color: var(--quiet); font-size: .8rem; }
.facts .old { border-color: var(--old); color: var(--old); }
svg { display: block; overflow: visible; }
svg path { fill: none; stroke: var(--line); stroke-width: 1.5; }
svg rect { fill: var(--symbol); stroke: var(--symbol-edge); stroke-width: 1.2; }
svg text { fill: var(--ink); font-size: 13px; text-anchor: middle; }
svg .k rect { fill: var(--keyword); stroke: var(--keyword-edge); }
svg .k text { font-weight: 600; }
svg .t rect, svg .c rect { fill: var(--value); stroke: var(--value-edge); }
svg .i text { font-style: italic; }
svg a:hover rect, svg a:focus-visible rect { stroke-width: 2.6; }
:target { scroll-margin-top: 1rem; }
h3:target, h4:target, li:target { background: linear-gradient(90deg, var(--value), transparent 60%); }
footer { margin-top: 4rem; color: var(--quiet); font-size: .85rem; }
@media print { nav { display: none; } .diagram { overflow: visible; } }
`;
