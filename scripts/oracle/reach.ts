import { coveredPlaces } from '../coverage/index.ts';
import {
  patternOfFormat,
  referenceMessages,
  type ReferenceMessage,
} from '../coverage/reference.ts';
import type { Section } from './sections.ts';

/** Which of keepalived's messages the comparisons have reached, for people; nothing without the reference. */
export function reachOf(asked: readonly Section[]): readonly string[] {
  const tested = referenceMessages()?.filter(({ isTested }) => isTested);
  if (!tested) return ['skipped: which messages were reached, for the reference is not there'];
  const said = new Set(asked.flatMap(saidIn));
  const reached = tested.filter(({ format }) => isAmong(said, format));
  return [
    `reached ${reached.length} of the ${tested.length} messages that 2.4.3 prints with -t`,
    ...reachOfExamples(asked, tested),
  ];
}

/** How many examples make the daemon say the very message that they are an example of. */
function reachOfExamples(
  asked: readonly Section[],
  tested: readonly ReferenceMessage[],
): readonly string[] {
  const examples = asked.find(({ name }) => name === 'examples')?.comparisons ?? [];
  const formats = new Map(tested.map(({ place, format }) => [place, format]));
  const shown = coveredPlaces().filter(({ place }, index) => {
    const format = formats.get(place);
    const said = (examples[index]?.complaints ?? []).map(({ message }) => message);
    return format !== undefined && isAmong(new Set(said), format);
  });
  const judged = coveredPlaces().filter(({ place }) => formats.has(place));
  return [`${shown.length} of ${judged.length} examples make this release say the very message`];
}

function saidIn({ comparisons }: Section): readonly string[] {
  return comparisons.flatMap(({ complaints }) => complaints.map(({ message }) => message));
}

function isAmong(said: ReadonlySet<string>, format: string): boolean {
  const pattern = patternOfFormat(format);
  return [...said].some((message) => pattern.test(message));
}
