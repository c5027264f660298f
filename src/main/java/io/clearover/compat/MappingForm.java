package io.clearover.compat;

import java.time.Instant;

/**
 * A network mapping in the appliance's form.
 *
 * @param vmId what it was written for: a VM's name, as the appliance's GUI does, or another id of it
 * @param vmContextId null if it was written for none that is known
 */
public record MappingForm(
        long id,
        String vmId,
        String vmContextId,
        String sourceNetworkName,
        String destinationNetworkId,
        String destinationNetworkName,
        boolean isTestNetwork,
        Instant createdAt,
        Instant updatedAt) {}
