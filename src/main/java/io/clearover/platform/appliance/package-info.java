/**
 * The appliance's devices, as its Linux shows them, and the machine itself. Depends on the port, and nothing depends on it but the container.
 */
package io.clearover.platform.appliance;
