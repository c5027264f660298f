/**
 * The promises, tried from outside: a whole installation (real MariaDB, the lab, Open Liberty with the WAR) is driven over
 * HTTP and in a browser. Each room below holds one kind of promise; what they share is in {@code support}, and no room needs
 * another beside it.
 */
package io.clearover.acceptance;
