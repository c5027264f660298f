/**
 * Driver injection by a command of the appliance's operating system. Depends on the port, and nothing depends on it but the
 * container.
 */
package io.clearover.platform.driver;
