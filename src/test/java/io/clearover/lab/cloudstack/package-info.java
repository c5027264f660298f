/**
 * The destination platform: Apache CloudStack's signed API with its asynchronous jobs, its state rules and its error
 * bodies, for KVM. Written from CloudStack's documented behaviour, not from any client.
 */
package io.clearover.lab.cloudstack;
