/**
 * The outside systems an operation works with, each behind a port: the destination platform, the source appliance, the
 * injection of drivers into a disk and the block devices of the appliance itself. The ports and their values know nothing
 * of the adapters in the packages below and depend on no other package of Clearover; whether a call may be made, adapters
 * ask a {@link io.clearover.platform.CallPermit}.
 */
package io.clearover.platform;
