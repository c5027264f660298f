const KEY = 'clearover.session';

/** The Authorization header of HTTP Basic, for any characters (RFC 7617, UTF-8). */
export function basicAuthorization(user, password) {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

/** What outlives a refresh of this tab, and nothing longer: the Authorization header of who signed in. */
export const session = {
  read: () => sessionStorage.getItem(KEY),
  keep: (authorization) => sessionStorage.setItem(KEY, authorization),
  forget: () => sessionStorage.removeItem(KEY),
};

/** For a person without any role, after signing in. */
export const NO_ROLE = 'This user has no role in Clearover. Ask your administrator for one.';

/** The strongest of a person's roles: admin, operator or viewer. */
export const roleOf = (me) => ['admin', 'operator', 'viewer'].find((role) => me?.roles?.includes(role)) ?? 'no role';

/** The role in words. */
export const roleName = (me) =>
  ({ admin: 'Administrator', operator: 'Operator', viewer: 'Viewer' })[roleOf(me)] ?? 'No role';

/** Whether this person may start operations. */
export const mayOperate = (me) => ['admin', 'operator'].includes(roleOf(me));
