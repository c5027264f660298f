/**
 * The source appliance next to vCenter, over its HTTP API. Depends on the port and on {@code platform.http}; nothing
 * depends on it but the container.
 */
package io.clearover.platform.vma;
