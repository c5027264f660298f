/**
 * What changes in the simulated data centre, and its one JSON file: VMs, volumes, snapshots, jobs, replications. It holds
 * data and keeps it safe across restarts; the rules are with the protocols that change it.
 */
package io.clearover.lab.state;
