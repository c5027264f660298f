/**
 * Signing in: HTTP Basic against the server's own user registry, and how often somebody may try.
 *
 * <p>Depends on {@code web} for its answers; nothing depends on it.
 */
package io.clearover.signin;
