/** Random acts of several operators, faults and deaths, after which all invariants must hold. */
package io.clearover.acceptance.model;
