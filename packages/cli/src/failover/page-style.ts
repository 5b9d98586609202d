import { dark, light, pictureRules, type Colours } from './picture/colours.ts';

/* The style sheet of the page: for a screen, light or dark, wide or narrow, and for paper. */

function variables(colours: Colours): string {
  return Object.entries<string>({ ...colours })
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

export const pageStyle = `
:root{color-scheme:light dark;${variables(light)}}
@media screen and (prefers-color-scheme:dark){:root{${variables(dark)}}}
${pictureRules((name) => `var(--${name})`)}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:1180px;margin:0 auto;padding:40px 24px 64px}
h1,h2,h3{line-height:1.25;font-weight:600;letter-spacing:-.01em;margin:0}
h1{font-size:1.85rem}
h2{font-size:1.4rem}
h3{font-size:1.02rem}
p{margin:0}
a{color:var(--holder)}
b{font-weight:600;display:inline-block;max-width:100%}
.code,.more{display:block}
thead th:first-child{width:26%}
code,.code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em}
.meta{color:var(--muted);font-size:.875rem;margin-bottom:6px}
.lead{font-size:1.15rem;margin-top:10px;max-width:62ch}
section{margin-top:44px}
section>h2{padding-top:20px;border-top:1px solid var(--border)}
h2 small{font-size:.875rem;font-weight:400;color:var(--muted);letter-spacing:0;margin-left:.5em}
.state{display:flex;gap:9px;margin-top:10px;max-width:76ch}
.part{margin-top:28px}
.note{color:var(--muted);font-size:.9rem;margin-top:3px;max-width:76ch}
.icon{flex:none;width:14px;height:14px;position:relative;top:.31em}
.bad{color:var(--bad);font-weight:600}
.warning{color:var(--warning);font-weight:600}
.good,.unavoidable{color:var(--text)}
.calm{color:var(--muted)}
.bad b,.warning b{font-weight:700}
table{width:100%;border-collapse:collapse;margin-top:12px;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:8px 14px 8px 0;border-bottom:1px solid var(--border)}
thead th{font-size:.8rem;font-weight:500;color:var(--muted);border-bottom-color:var(--faint);padding-bottom:5px}
tbody th{font-weight:400}
.number{text-align:right;padding-right:22px}
.node{min-width:4.2em}
td.off{color:var(--bad)}
.outcome{display:flex;gap:8px}
.reason{color:var(--muted);font-size:.92em;margin-top:1px}
thead th,td.number,.nowrap{overflow-wrap:normal}
.nowrap{white-space:nowrap}
.more{color:var(--muted)}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(340px,100%),1fr));gap:16px;margin-top:14px}
.figures.wide{grid-template-columns:repeat(auto-fill,minmax(min(460px,100%),1fr))}
figure{margin:0;padding:14px 14px 10px;background:var(--surface);border:1px solid var(--border);border-radius:8px;display:flex;flex-direction:column;gap:6px}
figure svg{display:block;width:100%;height:auto;max-width:400px}
.wide figure svg{max-width:520px}
figcaption{font-size:.875rem}
figcaption .outcome{margin-top:2px}
.below{color:var(--muted);font-size:.82rem;margin-top:auto}
ul.plain{list-style:none;margin:12px 0 0;padding:0}
ul.plain li{display:flex;gap:9px;padding:7px 0;border-bottom:1px solid var(--border)}
ul.plain li>div{min-width:0}
.finding{padding:12px 0;border-bottom:1px solid var(--border)}
pre{margin:8px 0 4px;padding:8px 12px;background:var(--surface);border:1px solid var(--border);border-radius:6px;overflow-x:auto;overflow-wrap:normal;font:.82rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
footer{margin-top:48px;padding-top:16px;border-top:1px solid var(--border);color:var(--muted);font-size:.85rem;max-width:76ch}
footer p+p{margin-top:6px}
:focus-visible{outline:2px solid var(--holder);outline-offset:2px}
@media screen and (max-width:720px){
main{padding:24px 16px 48px}
h1{font-size:1.5rem}
table,tbody,tr,th,td{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:12px 0;border-bottom:1px solid var(--border)}
tbody th,td{border:0;padding:2px 0;text-align:left}
td[data-label]{display:flex;gap:12px;justify-content:space-between}
td[data-label]>span{text-align:right}
td[data-label]::before{content:attr(data-label);color:var(--muted);flex:none;max-width:50%}
td.number{padding-right:0}
td.empty{display:none}
.wide figure{padding:12px 8px}
}
@media print{
@page{margin:16mm 14mm}
html{font-size:10pt}
body{background:none;font-size:1rem}
main{max-width:none;padding:0}
h1{font-size:17pt}
h2{font-size:13pt}
section{margin-top:20pt}
.part{margin-top:14pt}
table{font-size:8.5pt}
th,td{padding:3.5pt 8pt 3.5pt 0}
tr,p,figure,.finding,li{break-inside:avoid}
h2,h3,.state,.note,thead{break-after:avoid}
thead{display:table-header-group}
.figures{grid-template-columns:1fr 1fr;gap:8pt;margin-top:8pt}
.figures.wide{grid-template-columns:1fr}
figure{padding:7pt;border-radius:4pt}
figcaption,.below{font-size:8pt}
pre{white-space:pre-wrap}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
