import type { HmacKey as HmacKeyValue, Location, VrrpInstance } from '@kalint/parser';
import { locationOf } from '../diagnostic.ts';
import { hexBytes } from './bytes.ts';
import { isStrict } from './effective.ts';
import type { Node } from './node.ts';

/** Advertisements signed by auth_hmac, which release 2.4.0 brought. */
export interface HmacAuthentication {
  readonly type: 'HMAC';
  /** The keys by their ids; never shown. */
  readonly keys: ReadonlyMap<number, HmacKey>;
  /** The id of the key that signs. */
  readonly active: number;
  readonly mode: 'enforce' | 'permissive' | 'receive-only';
  readonly at: Location;
}

export interface HmacKey {
  /** Its bytes in hexadecimal; undefined when it is in a file. */
  readonly material: string | undefined;
  readonly at: Location;
}

/**
 * Undefined without a key that active_key names: then it is off; strict mode enforces it
 * (vrrp_complete_instance()).
 */
export function hmacAuthenticationOf(
  node: Node,
  instance: VrrpInstance,
): HmacAuthentication | undefined {
  const { auth_hmac: section } = instance;
  const active = section?.active_key?.value;
  if (!section || active === undefined) return undefined;
  const keys = new Map<number, HmacKey>();
  for (const key of section.key ?? []) {
    const { id, key: secret } = key.value;
    if (keys.has(id.value)) continue;
    keys.set(id.value, { material: materialOf(secret.value), at: locationOf(key) });
  }
  if (!keys.has(active)) return undefined;
  const mode = isStrict(node, instance) ? 'enforce' : (section.mode?.value ?? 'enforce');
  return { type: 'HMAC', keys, active, mode, at: locationOf(section) };
}

/** vrrp_auth_hmac_decode_key(): the digits as they are written, or the bytes of the text. */
function materialOf({ form, text }: HmacKeyValue): string | undefined {
  if (form === 'file') return undefined;
  return form === 'hex' ? text.toLowerCase() : hexBytes(text);
}

/** Whether two nodes have the same key. One in a file is not known: it may be the right one. */
export function isSameKey(a: HmacKey | undefined, b: HmacKey | undefined): boolean {
  if (!a || !b) return false;
  return a.material === undefined || b.material === undefined || a.material === b.material;
}
