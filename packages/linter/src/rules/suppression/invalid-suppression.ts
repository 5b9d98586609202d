import { defineRule, type RuleContext } from '../../rule.ts';
import { nearest } from '../../suggest/nearest.ts';
import { directiveKinds, type Directive, type NamedRule } from '../../suppression/directives.ts';

/** A comment that was meant to switch a rule off, and does not. */
export const invalidSuppression = defineRule({
  id: 'invalid-suppression',
  scope: 'suppression',
  severity: 'warning',
  summary: 'A comment that switches rules off is not understood',
  check({ directives, known }, context) {
    for (const directive of directives) {
      if (directive.kind === 'unread') reportUnread(directive, context);
      else if (directive.kind === 'unknown') reportUnknown(directive, context);
      else if (directive.rules.length === 0 && directive.kind !== 'enable')
        reportNameless(directive, context);
      for (const rule of directive.kind === 'unknown' ? [] : directive.rules) {
        if (!known.has(rule.id)) reportUnknownRule(rule, known, context);
      }
    }
  },
});

function reportUnknown({ name }: Directive, { report }: RuleContext): void {
  const { source, span } = name;
  const written = source.text.slice(span.start, span.end);
  const names = directiveKinds.map((kind) => `kalint-${kind}`);
  const [meant, rival] = nearest(written, names);
  report({
    at: name,
    message: `\`${written}\` is nothing that kalint knows`,
    help: `write ${names.map((each) => `\`${each}\``).join(', ')}`,
    fix:
      meant !== undefined && rival === undefined
        ? { title: `write \`${meant}\``, safety: 'safe', edits: [{ source, span, text: meant }] }
        : undefined,
  });
}

function reportUnread({ name }: Directive, { report }: RuleContext): void {
  report({
    at: name,
    message: 'this comment and those behind it are not read: there are too many of them',
    help: 'set the severity of the rules to `off`, with `--rule RULE=off`',
  });
}

function reportNameless({ name, kind }: Directive, { report }: RuleContext): void {
  report({
    at: name,
    message: `\`kalint-${kind}\` names no rule`,
    notes: ['nothing is switched off: all rules at once would hide what comes later, too'],
    help: `name the rules, as \`kalint-${kind} equal-priority -- the address decides\``,
  });
}

function reportUnknownRule(
  { id, location }: NamedRule,
  known: ReadonlySet<string>,
  { report, quote }: RuleContext,
): void {
  const { source, span } = location;
  const [meant, rival] = nearest(id, known);
  report({
    at: location,
    message: `there is no rule ${quote({ ...location, text: id })}`,
    help: meant === undefined ? '`kalint rules` lists them' : `did you mean \`${meant}\`?`,
    fix:
      meant !== undefined && rival === undefined
        ? { title: `write \`${meant}\``, safety: 'safe', edits: [{ source, span, text: meant }] }
        : undefined,
  });
}
