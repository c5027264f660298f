/**
 * Rollbacks over REST: the request, and the resource that starts them.
 *
 * <p>Depends on {@code rollback}, {@code operation}, {@code operation.rest}, {@code job} and {@code web} only; nothing depends on
 * it.
 */
package io.clearover.rollback.rest;
