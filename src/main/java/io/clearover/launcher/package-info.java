/**
 * Starts what of the WAR is a command, without a server: {@code java -jar lib/clearover-schema.jar} in a server's folder. A library
 * of its own beside the WAR, since a WAR's classes can't be started.
 *
 * <p>Depends on nothing here but by names; nothing depends on it.
 */
package io.clearover.launcher;
