/**
 * Apache CloudStack as the destination platform: signed requests, asynchronous jobs, and the platform's words turned into
 * the port's. Depends on the port and on {@code platform.http}, and nothing depends on it but the container.
 */
package io.clearover.platform.cloudstack;
