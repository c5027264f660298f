/**
 * The source appliance next to vCenter, over its HTTP API. Depends on the port and on the wire package, and nothing depends
 * on it but the container.
 */
package io.clearover.platform.vma;
