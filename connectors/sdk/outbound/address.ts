import ipaddr from 'ipaddr.js';

const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3');
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96');

type Address = ReturnType<typeof ipaddr.parse>;

/**
 * Why an address is not public ("loopback", "private", "linkLocal"…), or undefined when it is.
 * Addresses that carry an IPv4 address (mapped, NAT64) are judged by that one; other tunnels (6to4,
 * Teredo) and everything outside 2000::/3 are refused.
 */
export function addressKind(text: string): string | undefined {
  const address = plainAddress(text);
  if (!address) return 'unreadable';
  const range = address.range();
  if (range !== 'unicast') return range;
  const isGlobal = address.kind() === 'ipv4' || matches(address, GLOBAL_V6);
  return isGlobal ? undefined : 'reserved';
}

/** The address with IPv4-mapped and NAT64 forms unwrapped, or undefined when it is not one. */
export function plainAddress(text: string): Address | undefined {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return undefined;
  const address = ipaddr.process(bare);
  if (!matches(address, NAT64)) return address;
  return ipaddr.fromByteArray(address.toByteArray().slice(12));
}

/** True when the address lies in the range; addresses of the other family never do. */
export function matches(address: Address, range: [Address, number]): boolean {
  return address.kind() === range[0].kind() && address.match(range);
}
