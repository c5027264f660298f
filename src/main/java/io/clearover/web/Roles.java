package io.clearover.web;

/** The declared roles, least first. Who has one has the lower ones too: the user registry puts them in all of the groups. */
public final class Roles {

    /** Sees VMs, jobs and explanations. */
    public static final String VIEWER = "viewer";

    /** Also starts failovers and rollbacks. */
    public static final String OPERATOR = "operator";

    /** Also sees technical details. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
