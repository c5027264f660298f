package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakGuardTest {
    private final LeakGuard guard = new LeakGuard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see /var/log/migratekit/virtv2v.log",
                "disk /dev/vdc is busy",
                "C:\\Windows\\inf failed",
                "vdb is in use",
                "at 10.1.1.77",
                "fe80:0:0:0:1 answered",
                "call localhost:9081",
                "vc1.example.com does not answer",
                "on kvm03:8443",
                "https://cs/client/api",
                "volume 6f1c7a2e-3c5e-4a3e-9d38-0c0f5a6f1b11",
                "i-2-412-VM is gone",
                "context ctx-db01-2025",
                "virt-v2v failed",
                "VirtIO drivers",
                "libvirt says no",
                "CloudStack error",
                "the OMA is down",
                "SHA unreachable",
                "nbdkit died",
                "a NullPointerException",
                "java.io.IOException: x",
                "LibvirtException",
                "at io.clearover.Job.run(Job.java:12)",
                "job.go:223",
                "exit status 1",
                "exited with code 1, exit code 1",
                "password=hunter2",
                "token: abc",
                "CSExceptionErrorCode 4350",
                "Caused by: something",
                "MAC 00:50:56:ad:5e:3d"
            })
    void technical_text_is_found(String text) {
        assertThat(guard.leaks(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Driver injection failed - compatibility tool error",
                "Preparing Drivers for KVM",
                "VM web01 was not found.",
                "Wait 5 minutes, then start the test failover again.",
                "Started at 14:20 on 2025-10-03",
                "26.4 GB transferred",
                "Failed at step 5 of 10",
                "The user name or password is wrong.",
                "Choose test and/or live.",
                "Roma and Omaha are names.",
                "Error: storage attachment failed"
            })
    void plain_text_passes(String text) {
        assertThat(guard.leaks(text)).isFalse();
    }

    @Test
    void null_does_not_leak() {
        assertThat(guard.leaks(null)).isFalse();
        assertThat(guard.guard(null, () -> "generic")).isNull();
    }

    @Test
    void a_text_that_leaks_is_replaced_and_counted() {
        assertThat(guard.guard("The storage is full.", () -> "generic")).isEqualTo("The storage is full.");
        assertThat(guard.fired()).isZero();

        assertThat(guard.guard("/dev/vdc is full", () -> "generic")).isEqualTo("generic");
        assertThat(guard.fired()).isEqualTo(1);
    }

    @Test
    void nearly_every_raw_error_of_the_field_would_be_caught() {
        long caught = FieldError.all().stream()
                .filter(error -> !error.leaks().isEmpty())
                .filter(error -> guard.leaks(error.error()))
                .count();
        long all = FieldError.all().stream()
                .filter(error -> !error.leaks().isEmpty())
                .count();

        System.out.printf("leak guard: %d of %d raw errors with something to leak are caught%n", caught, all);
        assertThat(100.0 * caught / all).isGreaterThanOrEqualTo(90);
    }
}
