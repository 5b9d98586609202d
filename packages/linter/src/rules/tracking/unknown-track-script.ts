import type { VrrpScript } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { scriptUseOf, type ScriptReference, type UnknownScript } from './track-scripts.ts';

/**
 * alloc_track_script() in keepalived/vrrp/vrrp_track.c looks the name up while the file is read: a
 * script that is defined further down is not found.
 */
export const unknownTrackScript = defineRule({
  id: 'unknown-track-script',
  scope: 'config',
  severity: 'error',
  summary: 'track_script names a vrrp_script that is not defined, or only further down',
  check(node, { report, quote }) {
    const { unknown, early } = scriptUseOf(node);
    for (const each of unknown) report(notDefined(each, quote));
    for (const { reference, script } of early) report(definedTooLate(reference, script, quote));
  },
});

const ignored =
  'keepalived reports "track script ... not found, ignoring..." and goes on without the check';

function notDefined(
  { reference, likely, isSimilar }: UnknownScript,
  quote: RuleContext['quote'],
): Finding {
  const { entry, owner, keyword } = reference;
  const { source, span } = entry.word;
  const [script, rival] = likely;
  const name = script && nameOf(script);
  const finding = {
    at: entry.word,
    message: `${quote(owner)} tracks ${quote(entry.word)}, but there is no such vrrp_script`,
    notes: [ignored],
  };
  if (!name) return { ...finding, help: `define it above the ${keyword}, or remove the line` };
  const related = [{ location: name, message: `vrrp_script ${quote(name)} is defined here` }];
  if (!isSimilar) {
    return { ...finding, related, help: `did you mean ${quote(name)}, which nothing tracks?` };
  }
  const help = `did you mean ${quote(name)}?`;
  if (rival) return { ...finding, related, help };
  // As it is written where it is defined: in quotes when it holds a blank.
  const text = name.source.text.slice(name.span.start, name.span.end);
  const edits = [{ source, span, text }];
  const fix = { title: `write ${quote(name)}`, safety: 'safe' as const, edits };
  return { ...finding, related, help, fix };
}

function definedTooLate(
  { entry, owner, keyword }: ScriptReference,
  script: VrrpScript,
  quote: RuleContext['quote'],
): Finding {
  return {
    at: entry.word,
    message: `${quote(owner)} tracks ${quote(entry.word)}, which is defined only further down`,
    notes: [`${ignored}: it looks names up while it reads the file`],
    help: `move the vrrp_script above the ${keyword}`,
    related: [{ location: nameOf(script), message: 'defined here' }],
  };
}
