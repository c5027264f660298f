/** Tests that run inside the server, deployed with the WAR by Arquillian: CDI events, transactions, timers' services. */
package io.clearover.container;
