/**
 * What the simulated data centre is made of at its beginning: the source VMs with their disks and networks, how the lab
 * misbehaves for each, and the destination's zone, offerings and networks. Constants only, nothing here changes.
 */
package io.clearover.lab.site;
