package io.clearover.acceptance;

/** What a server is doing for a VM when it dies. */
enum KillWork {
    TEST_FAILOVER("test failover", "/api/v1/failover/test", "{\"vm_name\": \"%s\"}"),
    LIVE_FAILOVER("live failover", "/api/v1/failover/live", "{\"vm_name\": \"%s\"}"),
    /** Of a live failover whose VM doesn't start, so that each step of the undo has something to do. */
    UNDO("undo of a live failover", "/api/v1/failover/live", "{\"vm_name\": \"%s\"}"),
    TEST_ROLLBACK("rollback of a test", "/api/v1/failover/rollback", "{\"vm_name\": \"%s\"}"),
    LIVE_ROLLBACK(
            "rollback of a live", "/api/v1/failover/rollback", "{\"vm_name\": \"%s\", \"power_on_source\": true}");

    private final String text;
    private final String path;
    private final String body;

    KillWork(String text, String path, String body) {
        this.text = text;
        this.path = path;
        this.body = body;
    }

    String text() {
        return text;
    }

    boolean isRollback() {
        return this == TEST_ROLLBACK || this == LIVE_ROLLBACK;
    }

    /** What a rollback rolls back. */
    KillWork failover() {
        return this == LIVE_ROLLBACK ? LIVE_FAILOVER : TEST_FAILOVER;
    }

    /** Starts it as the operator; the job's id. */
    String start(Clearover clearover, String vm) {
        return clearover.start(path, body.formatted(vm));
    }
}
