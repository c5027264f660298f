/**
 * MicroProfile Health: started, ready and live, for orchestrators and load balancers.
 *
 * <p>Only the database decides whether this server is ready; the destination platform and the guard
 * against leaks are told as data.
 */
package io.clearover.health;
