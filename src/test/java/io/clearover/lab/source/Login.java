package io.clearover.lab.source;

import io.clearover.lab.LabKeys;
import io.clearover.lab.site.Fleet;

/** Lets a request in to a vCenter. */
final class Login {

    /** What a vCenter says to wrong credentials, after what was tried. */
    static final String REFUSAL =
            "%s: ServerFaultCode: Cannot complete login due to an incorrect user name or password.";

    private Login() {}

    /**
     * Checks where a request wants to go and who asks.
     *
     * @param attempt what was tried, for the refusal's text
     */
    static void check(String vcenter, String username, String password, String attempt) {
        if (Fleet.FAR_VCENTER.equals(vcenter)) {
            throw new SiteDown();
        }
        if (vcenter == null || vcenter.isEmpty()) {
            throw new SourceError(400, "Missing required field: vcenter");
        }
        if (!Fleet.VCENTER.equals(vcenter)) {
            throw new SourceError(
                    500,
                    "vCenter connection failed: Post \"https://%s/sdk\": dial tcp: lookup %s: no such host"
                            .formatted(vcenter, vcenter));
        }
        if (!LabKeys.SOURCE_USERNAME.equals(username) || !LabKeys.SOURCE_PASSWORD.equals(password)) {
            throw new SourceError(500, REFUSAL.formatted(attempt));
        }
    }
}
