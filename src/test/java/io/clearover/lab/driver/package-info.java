/** What the driver tool does to a disk of the appliance and what it prints; the tool itself is only a mouth for it. */
package io.clearover.lab.driver;
