/** Who may do and see what: sign-in, roles, the edge, other sites, and texts that must not leave the server. */
package io.clearover.acceptance.security;
