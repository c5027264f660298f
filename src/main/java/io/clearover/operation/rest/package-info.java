/**
 * What all requests for an operation share: how they name a VM, the key by which one can be sent again, the answer to a
 * start and what it warns of, and how it is answered that an operation is refused.
 *
 * <p>Depends on {@code operation}, {@code job}, {@code vm} and {@code web} only.
 */
package io.clearover.operation.rest;
