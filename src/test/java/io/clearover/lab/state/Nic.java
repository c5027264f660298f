package io.clearover.lab.state;

/** A network card of a VM of the destination. */
public class Nic {
    public String id;
    public String networkId;
    public String macAddress;
    public String ipAddress;
    public boolean primary;
}
