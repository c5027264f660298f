/**
 * The promises, tried from outside: a whole installation (real MariaDB, the lab, Open Liberty with the WAR) is driven over
 * HTTP and in a browser.
 */
package io.clearover.acceptance;
