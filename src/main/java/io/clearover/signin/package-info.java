/**
 * Signing in: HTTP Basic against the server's own user registry, tokens of programs, the account for calls without
 * credentials, and how often somebody may try.
 *
 * <p>Depends on {@code web} for its answers and the roles; nothing depends on it.
 */
package io.clearover.signin;
