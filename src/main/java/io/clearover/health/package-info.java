/**
 * MicroProfile Health: started, ready and live, for orchestrators and load balancers.
 *
 * <p>Only the database decides whether this server is ready; the destination platform and the guard
 * against leaks are told as data.
 *
 * <p>Depends on {@code guard} and the ports of {@code platform} only; nothing depends on it.
 */
package io.clearover.health;
