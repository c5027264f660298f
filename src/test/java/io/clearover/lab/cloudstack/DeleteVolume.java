package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.state.Volume;

/** {@code deleteVolume}: answers at once; refused while the volume is attached. */
final class DeleteVolume implements Command {

    @Override
    public Document answer(Request request) {
        Volume volume = request.volume("id");
        if (volume.attachedTo != null) {
            throw ApiError.invalid("Please specify a volume that is not attached to any VM.");
        }
        if (!volume.state.equals("Ready")) {
            throw ApiError.invalid("There are snapshot operations in progress on the volume, unable to delete it");
        }
        request.state().remove(volume);
        return Document.of("success", true);
    }
}
