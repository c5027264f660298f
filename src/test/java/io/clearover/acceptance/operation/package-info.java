/** Failovers and rollbacks from start to end: what they do to the VM, what they refuse, how they fail, several at once. */
package io.clearover.acceptance.operation;
