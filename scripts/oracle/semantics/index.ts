import fc from 'fast-check';
import type { Mutant } from '../mutations/index.ts';
import { anyBlock, oddBlock, usualBlock, type BlockPlan } from './block.ts';
import { garpGroup, globalDefs, staticAddresses, staticRoutes } from './globals.ts';
import { firstInstance, ipv6Instance, secondInstance, syncGroup } from './instances.ts';
import { serverGroup, virtualServers } from './servers.ts';
import * as trackers from './trackers.ts';

/*
 * Small configurations in which each line may be right by itself, and some do not go together: what
 * keepalived finds out when it has read all.
 */

const followed = Object.values(trackers).filter(({ header }) => !header.startsWith('track_group'));

/** A second group that wants the same members. */
const otherGroup: BlockPlan = { ...syncGroup, header: 'vrrp_sync_group VG_2' };

/** VRRP, with all that it follows. */
const routers = fc.tuple(
  anyBlock(globalDefs),
  blocks(followed),
  anyBlock(firstInstance),
  fc.oneof(
    fc.tuple(oddBlock(secondInstance)),
    fc.tuple(oddBlock(ipv6Instance)),
    fc.tuple(anyBlock(secondInstance), anyBlock(syncGroup)),
    fc.tuple(anyBlock(secondInstance), anyBlock(ipv6Instance), oddBlock(syncGroup)),
    fc.tuple(usual(secondInstance), usual(syncGroup), oddBlock(otherGroup)),
  ),
);

/** Virtual servers, with all that their checks follow. */
const balancers = fc.tuple(
  usual(globalDefs),
  blocks([trackers.bfd, trackers.secondBfd, trackers.file]),
  anyBlock(serverGroup),
  fc.oneof(...virtualServers.map(oddBlock)),
  fc.oneof(fc.constant(''), fc.oneof(...virtualServers.map(oddBlock))),
);

/** What belongs to the node. */
const nodes = fc.tuple(
  oddBlock(globalDefs),
  usual(firstInstance),
  anyBlock(trackers.staticTracking),
  fc.oneof(anyBlock(staticRoutes), anyBlock(staticAddresses), oddBlock(garpGroup)),
);

function usual(plan: BlockPlan): fc.Arbitrary<string> {
  return fc.constant(usualBlock(plan));
}

/** One block may be odd; the others are there to be referred to. Sometimes they come too late. */
function blocks(plans: readonly BlockPlan[]): fc.Arbitrary<string> {
  const all = plans.map(usualBlock);
  return fc
    .constantFrom(...plans.entries())
    .chain(([index, plan]) => anyBlock(plan).map((text) => all.with(index, text).join('')));
}

const shapes = { routers, balancers, nodes };

/** Configurations with mistakes in what they mean. */
export function semanticConfigurations(): fc.Arbitrary<Mutant> {
  const all = Object.entries(shapes).map(([mutation, parts]) =>
    fc
      .tuple(parts, fc.integer({ min: 0, max: 9 }))
      .map(([texts, turn]) => ({ mutation, text: ordered(texts.flat(), turn).join('') })),
  );
  return fc.oneof(...all);
}

/** keepalived looks back and not ahead: one configuration in ten has its blocks the other way round. */
function ordered(texts: readonly string[], turn: number): readonly string[] {
  return turn === 0 ? texts.toReversed() : texts;
}
