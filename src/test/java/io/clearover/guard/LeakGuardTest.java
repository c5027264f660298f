package io.clearover.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.FieldError;
import io.clearover.explain.catalogue.Catalogue;
import io.clearover.rawtext.LeakSigns;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM vm_disks WHERE job_id = 5",
                "select id from vm_disks where job_id = 5",
                "Select * From Jobs",
                "select * from jobs",
                "select id, status from jobs limit 5",
                "select count(*) from jobs;",
                "select j.status from jobs j join steps s on s.job = j.id",
                "SELECT name FROM disks",
                "SELECT name\n  FROM disks\n WHERE size > 5",
                "(select name, size from disks where size > 5)",
                "select name from `disks`",
                "select name from appliance.disks",
                "near 'from disks where size = 5' at line 1",
                "1 union all select name",
                "insert into job_steps (id) values (1)",
                "insert into job_steps (id, na",
                "INSERT INTO steps VALUES (1)",
                "insert into steps values (1, 'x')",
                "insert ignore into steps set name = 'x'",
                "replace into steps (id) select id",
                "update failover_jobs set status='x'",
                "UPDATE jobs SET status = NULL",
                "update jobs j set j.status = 'x' where j.id = 1",
                "delete from job_steps",
                "DELETE FROM steps",
                "delete from steps where id = 1",
                "delete from steps where id in (1, 2)",
                "delete from steps;",
                "alter table steps add column note text",
                "ALTER TABLE job_steps DROP COLUMN note",
                "truncate table steps",
                "drop table if exists steps",
                "create table steps (id int)",
                "create unique index idx_steps on steps (id)",
                "CREATE DATABASE appliance DEFAULT CHARACTER SET utf8mb4",
                "grant select, insert on appliance.* to 'x'",
                "the statement was: select id from job_steps where id = 'a'"
            })
    void a_statement_for_a_database_is_found(String text) {
        assertThat(guard.leaks(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Select a network from the list",
                "Select a network from the list.",
                "Select networks from the list where the VM is shown.",
                "Select one or more VMs from the list, then update their networks.",
                "Select VM(s) from the list below",
                "select id from the list",
                "Select it from your inventory; delete from it what is old.",
                "Then select disks from inventory",
                "Select all from where you were.",
                "Choose where to insert into the list.",
                "Insert into the slot (if there is one) a new disk.",
                "Insert the medium into drive 1.",
                "Update the settings and set the network.",
                "Update your network set as soon as you can.",
                "An update of the VM sets its state.",
                "Delete old snapshots from the storage.",
                "Delete from the list what is not needed.",
                "Delete from there whatever is where it should not be.",
                "Create a table of networks.",
                "Drop the table view.",
                "Alter the table of networks.",
                "Create an index on paper.",
                "Grant all rights on the destination to the account.",
                "Wait for the update, then start the failover again.",
                "Join the network from where the VM runs.",
                "Values in the list are set by the administrator.",
                "Wählen Sie ein Netz aus der Liste. Führen Sie danach das Update aus.",
                "Löschen Sie alte Snapshots, die nicht mehr nötig sind."
            })
    void a_sentence_with_words_of_such_a_statement_passes(String text) {
        assertThat(guard.leaks(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_de.properties"})
    void every_text_of_the_catalogue_passes(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(Catalogue.class.getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }

        assertThat(texts).isNotEmpty().allSatisfy((key, text) -> assertThat(LeakSigns.firstIn((String) text))
                .as("%s", key)
                .isEmpty());
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
