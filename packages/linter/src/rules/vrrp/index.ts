import type { Rule } from '../../rule.ts';
import { addressInTwoInstances } from './address-in-two-instances.ts';
import { addressWithoutInterface } from './address-without-interface.ts';
import { addressWithoutPrefix } from './address-without-prefix.ts';
import { authPassTooLong } from './auth-pass-too-long.ts';
import { authenticationIgnored } from './authentication-ignored.ts';
import { contradictedSetting } from './contradicted-setting.ts';
import { contradictoryQuorum } from './contradictory-quorum.ts';
import { duplicateAddress } from './duplicate-address.ts';
import { duplicateVirtualRouter } from './duplicate-virtual-router.ts';
import { excludedOtherFamily } from './excluded-other-family.ts';
import { firstAddressNotLinkLocal } from './first-address-not-link-local.ts';
import { foreignLabel } from './foreign-label.ts';
import { groupWeightWithOwner } from './group-weight-with-owner.ts';
import { ignoredFirewall } from './ignored-firewall.ts';
import { ignoredInterfaceDelay } from './ignored-interface-delay.ts';
import { ignoredSetting } from './ignored-setting.ts';
import { implicitOwner } from './implicit-owner.ts';
import { incompleteInstance } from './incomplete-instance.ts';
import { invertedSetting } from './inverted-setting.ts';
import { ipvlanWithoutAddress } from './ipvlan-without-address.ts';
import { loopbackInterface } from './loopback-interface.ts';
import { masterWithAh } from './master-with-ah.ts';
import { missingPriority } from './missing-priority.ts';
import { mixedFamilies } from './mixed-families.ts';
import { noGarpRefresh } from './no-garp-refresh.ts';
import { noVirtualIpaddress } from './no-virtual-ipaddress.ts';
import { nopreemptWithMaster } from './nopreempt-with-master.ts';
import { oldDefaultRoute } from './old-default-route.ts';
import { ownVirtualAddress } from './own-virtual-address.ts';
import { roundedAdvertInt } from './rounded-advert-int.ts';
import { sharedVmac } from './shared-vmac.ts';
import { slowAnnouncements } from './slow-announcements.ts';
import { strictModeSetting } from './strict-mode-setting.ts';
import { strictModeState } from './strict-mode-state.ts';
import { strictModeUnicast } from './strict-mode-unicast.ts';
import { strictModeUnreachableAddress } from './strict-mode-unreachable-address.ts';
import { tooManyAddresses } from './too-many-addresses.ts';
import { undefinedActiveKey } from './undefined-active-key.ts';
import { unicastWithoutPeers } from './unicast-without-peers.ts';
import { unicastWithoutSource } from './unicast-without-source.ts';
import { unusableAddress } from './unusable-address.ts';
import { unusualAdvertInt } from './unusual-advert-int.ts';
import { vmacNameTaken } from './vmac-name-taken.ts';
import { vmacWithUnicast } from './vmac-with-unicast.ts';
import { weakAuthentication } from './weak-authentication.ts';
import { wrongUnicastPeer } from './wrong-unicast-peer.ts';

/** Rules about the VRRP settings of one node. */
export const vrrpRules: readonly Rule[] = [
  addressInTwoInstances,
  addressWithoutInterface,
  addressWithoutPrefix,
  authPassTooLong,
  authenticationIgnored,
  contradictedSetting,
  contradictoryQuorum,
  duplicateAddress,
  duplicateVirtualRouter,
  excludedOtherFamily,
  firstAddressNotLinkLocal,
  foreignLabel,
  groupWeightWithOwner,
  ignoredFirewall,
  ignoredInterfaceDelay,
  ignoredSetting,
  implicitOwner,
  incompleteInstance,
  invertedSetting,
  ipvlanWithoutAddress,
  loopbackInterface,
  masterWithAh,
  missingPriority,
  mixedFamilies,
  noGarpRefresh,
  noVirtualIpaddress,
  nopreemptWithMaster,
  oldDefaultRoute,
  ownVirtualAddress,
  roundedAdvertInt,
  sharedVmac,
  slowAnnouncements,
  strictModeSetting,
  strictModeState,
  strictModeUnicast,
  strictModeUnreachableAddress,
  tooManyAddresses,
  undefinedActiveKey,
  unicastWithoutPeers,
  unicastWithoutSource,
  unusableAddress,
  unusualAdvertInt,
  vmacNameTaken,
  vmacWithUnicast,
  weakAuthentication,
  wrongUnicastPeer,
];
