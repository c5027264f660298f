/**
 * The edge of the server: what each request passes before any web application sees it, ours or the server's own (health,
 * OpenAPI). Open Liberty loads it from a library of its own (a BELL, see {@code platform.xml} and decision 14), so it is no
 * part of the WAR.
 *
 * <p>Depends on nothing here; nothing depends on it.
 */
package io.clearover.edge;
