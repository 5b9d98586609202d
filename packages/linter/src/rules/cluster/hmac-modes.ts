import type { Location } from '@kalint/parser';
import { hmacAuthenticationOf } from '../../cluster/auth-hmac.ts';
import { authenticationRefusal } from '../../cluster/authentication-refusal.ts';
import { authenticationOf } from '../../cluster/authentication.ts';
import type { Member } from '../../cluster/virtual-routers.ts';

/**
 * Two nodes of which one does not accept the other's advertisements because of the mode of auth_hmac:
 * `permissive` signs and `receive-only` does not, both accept what is not signed. Who has no auth_hmac takes
 * a signed advertisement for one that is too long (vrrp_check_packet() in keepalived/vrrp/vrrp.c).
 */
interface ModeConflict {
  readonly receiver: Member;
  readonly sender: Member;
  readonly because: 'unsigned' | 'signed' | 'password';
  /** What says so on either node. */
  readonly at: Location;
  readonly counterpart: Location;
}

/** Of each two nodes the first conflict; those without a mode of change are compared elsewhere. */
export function modeConflictsOf(members: readonly Member[]): readonly ModeConflict[] {
  return members.flatMap((first, index) =>
    members
      .slice(index + 1)
      .filter((second) => isChanging(first) || isChanging(second))
      .flatMap((second) => conflictOf(second, first) ?? conflictOf(first, second) ?? []),
  );
}

function isChanging({ node, instance }: Member): boolean {
  const hmac = hmacAuthenticationOf(node, instance);
  return hmac !== undefined && hmac.mode !== 'enforce';
}

function conflictOf(receiver: Member, sender: Member): ModeConflict | undefined {
  const because = authenticationRefusal(receiver, sender);
  // Keys that differ are another finding.
  if (because === undefined || because === 'key') return undefined;
  return { receiver, sender, because, at: placeOf(receiver), counterpart: placeOf(sender) };
}

function placeOf({ node, instance }: Member): Location {
  return hmacAuthenticationOf(node, instance)?.at ?? authenticationOf(node, instance).at;
}
