import type { VrrpInstance } from '@kalint/parser';
import { locationOf } from '../diagnostic.ts';
import { hmacAuthenticationOf } from './auth-hmac.ts';
import { hexBytes } from './bytes.ts';
import { familyOf, strictModeOf, versionOf, type Effective } from './effective.ts';
import type { Node } from './node.ts';

/** How the advertisements of an instance are authenticated. */
export type Authentication =
  | { readonly type: 'none'; readonly because: WithoutAuthentication }
  | {
      readonly type: 'PASS' | 'AH';
      /** What is left of auth_pass, its bytes in hexadecimal; never shown. */
      readonly password: string;
    };

export type WithoutAuthentication =
  'absent' | 'incomplete' | 'strict mode' | 'version 3' | 'IPv6' | 'auth_hmac';

/** VRRP carries eight bytes of password (RFC 2338, section 5.3.10). */
export const passwordLength = 8;

/**
 * Authentication as keepalived uses it (vrrp_complete_instance()): it needs a type and a password,
 * only the first eight bytes count, version 3 and strict mode have none, and auth_hmac replaces it.
 */
export function authenticationOf(node: Node, instance: VrrpInstance): Effective<Authentication> {
  const section = instance.authentication;
  const none = (because: WithoutAuthentication): Authentication => ({ type: 'none', because });
  if (!section) return { value: none('absent'), at: locationOf(instance), from: 'default' };
  const at = locationOf(section);
  const type = section.auth_type?.value;
  if (!type) return { value: none('incomplete'), at, from: 'instance' };
  const strict = strictModeOf(node, instance);
  if (strict.value) return { ...strict, value: none('strict mode') };
  const version = versionOf(node, instance);
  if (version.value === 3) return { ...version, value: none('version 3') };
  const password = hexBytes(section.auth_pass?.value ?? '', passwordLength);
  if (password === '') return { value: none('incomplete'), at, from: 'instance' };
  if (type === 'AH' && familyOf(instance) === 6) {
    return { value: none('IPv6'), at, from: 'instance' };
  }
  if (hmacAuthenticationOf(node, instance))
    return { value: none('auth_hmac'), at, from: 'instance' };
  return { value: { type, password }, at, from: 'instance' };
}
