import { hmacAuthenticationOf, isSameKey } from './auth-hmac.ts';
import { authenticationOf } from './authentication.ts';
import type { Member } from './virtual-routers.ts';

/**
 * - `signed`, `unsigned`: what auth_hmac signs on one node only, and is not optional there.
 * - `key`: it signs with another key.
 * - `password`: auth_type or auth_pass differs.
 */
export type AuthenticationRefusal = 'signed' | 'unsigned' | 'key' | 'password';

/**
 * Why a receiver drops what a sender of the same version sends. vrrp_check_packet() in
 * keepalived/vrrp/vrrp.c: who has no auth_hmac takes a signed advertisement for one that is too long; its
 * modes `permissive` and `receive-only` accept one that is not signed, and `receive-only` signs none
 * (vrrp_auth_ext_verify()). Type and password must be the same (RFC 2338, section 7.1).
 */
export function authenticationRefusal(
  receiver: Member,
  sender: Member,
): AuthenticationRefusal | undefined {
  const own = hmacAuthenticationOf(receiver.node, receiver.instance);
  const theirs = hmacAuthenticationOf(sender.node, sender.instance);
  const isSigned = theirs !== undefined && theirs.mode !== 'receive-only';
  if (isSigned && !own) return 'signed';
  if (!isSigned && own?.mode === 'enforce') return 'unsigned';
  if (isSigned && own && !isSameKey(own.keys.get(theirs.active), theirs.keys.get(theirs.active))) {
    return 'key';
  }
  return passwordOf(receiver) === passwordOf(sender) ? undefined : 'password';
}

/** What is compared; holds the password and is never shown. */
function passwordOf({ node, instance }: Member): string {
  const { value } = authenticationOf(node, instance);
  return value.type === 'none' ? 'none' : `${value.type} ${value.password}`;
}
