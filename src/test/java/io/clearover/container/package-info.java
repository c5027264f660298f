/**
 * Tests that run inside the server, deployed with the WAR by Arquillian, of what only the container does: CDI events and their
 * transactions, interceptors, the timer, and the roles of its registry's users.
 */
package io.clearover.container;
