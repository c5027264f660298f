/**
 * Fills an appliance's empty database, through plain JDBC, with the lab's VMs and a believable past: what its other
 * programs would have written. The same start time always gives the same rows.
 */
package io.clearover.lab.seed;
