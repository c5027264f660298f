package io.clearover.lab.site;

/** Ids and names of what the destination offers. */
public final class Destination {

    public static final String ZONE_ID = "57e86db5-c919-4d26-a2b1-9f0f1d5f8c11";
    public static final String ZONE_NAME = "zone-east";
    public static final String SERVICE_OFFERING_ID = "8af173ea-98f4-4cfa-99d9-90e5c3b5b5a2";
    public static final String DISK_OFFERING_ID = "c813c642-d946-49e1-9289-c616dd70206a";
    public static final String TEMPLATE_ID = "07515c1a-0d20-425a-bf82-af2c3e5f2d51";
    public static final String DOMAIN_ID = "1f0a4c02-6f51-11ee-9d3f-1e00c2000013";
    public static final String DOMAIN = "ROOT";
    public static final String ACCOUNT = "migration";

    /** Id of the VM that the appliance itself is, within the destination. */
    public static final String APPLIANCE_VM_ID = "ac9ef9cb-7c4f-4d3f-9d4b-2b8f6c8a2e01";

    public static final String APPLIANCE_VM_NAME = "oma-appliance-01";

    private Destination() {}
}
