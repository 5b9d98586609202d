/*
 * Few colours, which people tell apart who see no red or no green: blue, vermilion, ochre, and greys. Each text
 * has a contrast of at least 4.5 to what lies under it (WCAG 2.2, 1.4.3); a test computes it in a browser.
 */

export interface Colours {
  readonly page: string;
  readonly surface: string;
  readonly border: string;
  readonly text: string;
  readonly muted: string;
  /** The lines of a picture that nobody has to follow. */
  readonly faint: string;
  /** Who holds the addresses, and takeovers. */
  readonly holder: string;
  /** Text on that. */
  readonly onHolder: string;
  readonly holderTint: string;
  readonly bad: string;
  readonly onBad: string;
  readonly warning: string;
  readonly onWarning: string;
}

export const light: Colours = {
  page: '#fbfbfa',
  surface: '#ffffff',
  border: '#d8dbdf',
  text: '#1c2126',
  muted: '#59626c',
  faint: '#aeb5bc',
  holder: '#1c5d99',
  onHolder: '#ffffff',
  holderTint: '#d5e5f4',
  bad: '#ab2d0e',
  onBad: '#ffffff',
  warning: '#7c5400',
  onWarning: '#ffffff',
};

export const dark: Colours = {
  page: '#14171b',
  surface: '#1b1f25',
  border: '#363d46',
  text: '#e6e9ec',
  muted: '#a4adb7',
  faint: '#5f6975',
  holder: '#82baf0',
  onHolder: '#0c1c2b',
  holderTint: '#22405e',
  bad: '#ff9c80',
  onBad: '#2b0c04',
  warning: '#e6bf63',
  onWarning: '#261a00',
};

/** How the parts of the pictures look; `colour` says how a colour is written. */
export function pictureRules(colour: (name: keyof Colours) => string): string {
  return `
.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
.sans{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.t{fill:${colour('text')};font-size:12px}
.head{fill:${colour('text')};font-size:12px;font-weight:600}
.body{fill:${colour('text')};font-size:14px}
.heading{fill:${colour('text')};font-size:20px;font-weight:600}
.m{fill:${colour('muted')};font-size:11px}
.on{fill:${colour('onHolder')};font-size:12px;font-weight:600}
.held{fill:${colour('holder')};font-size:12px;font-weight:600}
.tone-bad{fill:${colour('bad')};font-size:12px;font-weight:600}
.tone-warning{fill:${colour('warning')};font-size:12px;font-weight:600}
.tone-unavoidable{fill:${colour('text')};font-size:12px}
.tone-good{fill:${colour('holder')};font-size:12px;font-weight:600}
.tone-calm{fill:${colour('muted')};font-size:12px}
.page{fill:${colour('page')}}
.frame{fill:${colour('surface')};stroke:${colour('border')}}
.pill{fill:${colour('holder')}}
.maybe{fill:none;stroke:${colour('warning')};stroke-width:1.5;stroke-dasharray:3 2}
.dot{fill:${colour('surface')};stroke:${colour('muted')};stroke-width:1.5}
.dot-holder{fill:${colour('holder')};stroke:${colour('holder')}}
.out{fill:none;stroke:${colour('bad')};stroke-width:1.75;stroke-linecap:round}
.line{fill:none;stroke:${colour('faint')};stroke-width:1.5}
.line-changed{fill:none;stroke:${colour('text')};stroke-width:1.75}
.line-out{fill:none;stroke:${colour('bad')};stroke-width:1.75;stroke-dasharray:5 3}
.line-holder{fill:none;stroke:${colour('holder')};stroke-width:3}
.axis{fill:none;stroke:${colour('border')}}
.wait{fill:none;stroke:${colour('muted')};stroke-width:2}
.perhaps{fill:${colour('holderTint')};stroke:${colour('holder')}}
.has{fill:${colour('holder')}}
.icon-bad{fill:${colour('bad')}}
.icon-warning{fill:${colour('warning')}}
.icon-good{fill:${colour('holder')}}
.icon-calm{fill:none;stroke:${colour('muted')};stroke-width:1.5}
.sign{fill:none;stroke:${colour('surface')};stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.sign-calm{fill:none;stroke:${colour('muted')};stroke-width:1.5;stroke-linecap:round}
`.trimStart();
}
