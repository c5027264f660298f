package io.clearover.platform.vma;

import io.clearover.platform.PlatformException;
import io.clearover.platform.http.Secrets;
import java.util.Optional;

/**
 * What the source appliance signs in to vCenter with. The database holds it too, but encrypted with the appliance's own key.
 *
 * @param password a secret
 */
record SourceCredentials(String username, String password) {

    /** @throws PlatformException when one of the two is missing */
    static SourceCredentials of(Optional<String> username, Optional<String> password) {
        if (username.isEmpty() || password.isEmpty()) {
            throw new PlatformException("failed to retrieve VMware credentials: clearover.source.username and"
                    + " clearover.source.password are not configured");
        }
        return new SourceCredentials(username.get(), password.get());
    }

    Secrets secrets() {
        return Secrets.of(password);
    }

    @Override
    public String toString() {
        return "SourceCredentials[***]";
    }
}
