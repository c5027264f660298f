package io.clearover.lab;

/** The keys to the lab's two APIs; what a client must present to be let in. */
public final class LabKeys {

    /** CloudStack API key. */
    public static final String API_KEY = "LabKey-b4f1c0de7d2a4f6c9e35";

    /** CloudStack secret key that requests are signed with. */
    public static final String SECRET_KEY = "LabSecret-5f0e9d3c1b7a48e2a6d4";

    /** User of both vCenters, as the source appliance wants it. */
    public static final String SOURCE_USERNAME = "administrator@vsphere.local";

    /** Password of {@link #SOURCE_USERNAME}. */
    public static final String SOURCE_PASSWORD = "Lab-Vc!2025";

    private LabKeys() {}
}
