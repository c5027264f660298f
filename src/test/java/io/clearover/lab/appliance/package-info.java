/** The appliance's own Linux: what the rest of the appliance sees of the volumes that are attached to its VM. */
package io.clearover.lab.appliance;
