/** The source appliance: discovery, replication, power. Its VMs are those of the {@code site} package. */
package io.clearover.lab.source;
