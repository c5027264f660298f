package io.clearover.explain.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts are read from an error, and only those that it tells. */
class FactReaderTest {
    private static final FactReader READER = new FactReader();
    private static final String NOTHING = "null null";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            other      | snapshot 6f1c not found                              | snapshot not_found
            other      | no such network: lan-3                               | network not_found
            other      | the persistent bitmap 'b1' already exists            | change_tracking already_exists
            attachment | iscsiadm: initiator reported error: authorization failure: login authorization failed | credentials sign_in_failed
            other      | failed to find the volume attached to the VM         | disk not_found
            other      | the snapshot of volume 12 was not found              | snapshot not_found
            other      | Network adapter cannot be found in zone 3            | network not_found
            other      | template 224: it is not available                    | template wrong_state
            """)
    void a_condition_belongs_to_the_object_it_is_said_of(String kind, String error, String facts) {
        assertThat(objectAndCondition(error, kind)).isEqualTo(facts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            vm-creation | vm 'web01' not found in the vCenter inventory             | source
            drivers     | ModuleNotFoundError: No module named 'guestfs'            | appliance
            replication | dd: error writing '/dev/nbd3': Input/output error         | appliance
            startup     | no volume with that id: com.cloud.utils.exception.CloudRuntimeException: volume not found | destination
            drivers     | hivex_open: the software hive is damaged                  | guest
            drivers     | virt-v2v: error: libguestfs error: the partition is damaged | guest
            other       | dial tcp 192.0.2.7:443: connect: no route to host         | link
            other       | dial tcp 127.0.0.1:8090: connect: connection refused      | appliance
            other       | Cannot connect to host                                    |
            """)
    void the_side_is_that_of_the_words_in_the_text(String kind, String error, String side) {
        assertThat(name(READER.read(error, kind).side())).isEqualTo(side);
    }

    @ParameterizedTest
    @CsvSource({"source-power, source", "deletion, destination", "other, destination", "replication, source"})
    void the_step_says_where_an_object_is_only_if_the_text_names_the_object(String kind, String side) {
        assertThat(name(READER.read("VM web01 not found", kind).side())).isEqualTo(side);
        assertThat(READER.read("failed", kind)).isEqualTo(Facts.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host key verification failed.\nlost connection",
                "Host key verification failed: connection reset by peer",
                "ssh: Host key verification failed: exit status 255"
            })
    void a_consequence_that_stands_last_does_not_win_over_what_names_the_cause(String error) {
        assertThat(objectAndCondition(error, "replication")).isEqualTo("certificate not_trusted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failed to attach volume 7: volume 7 is locked: no space left on device",
                "volume 7 is locked\nCaused by: java.io.IOException: No space left on device",
                "volume 7 is locked due to [java.io.IOException: No space left on device]",
                "write failed: no space left on device, and the automatic rollback failed: volume 7 is locked",
                "OSError: No space left on device\nDuring handling of the above exception, another exception occurred:\nvolume 7 is locked",
                "virt-v2v: warning: the volume is locked\nvirt-v2v: error: write: No space left on device",
                "virt-v2v: error: write: No space left on device\nvirt-v2v: warning: the volume is locked"
            })
    void the_innermost_link_decides_not_a_warning_and_not_the_cleanup(String error) {
        assertThat(objectAndCondition(error, "attachment")).isEqualTo("capacity exhausted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operation failed",
                "failed to deploy VM",
                "exit status 1",
                "something was not found",
                "already exists",
                "at com.cloud.volume.NotFound.volumeNotFound(VolumeNotFound.java:7)",
                "/usr/share/virtio-win/disk-not-found/volume.iso",
                "job volume-not-found-17 ended",
                "job before-disk-full_ROOT ended",
                "the driver has no effect on a string that is not null terminated",
                "the address is unreachable",
                "libguestfs: trace: disk_has_backing_file"
            })
    @NullSource
    void a_text_that_tells_nothing_gives_no_facts(String error) {
        assertThat(READER.read(error, "attachment").tell()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errortext\":\"Snapshot not found\"}",
                "{\\\"errortext\\\":\\\"Snapshot\\nnot found\\\"}",
                "\u001b[31mSNAPSHOT NOT FOUND\u001b[0m",
                "SnapshotNotFoundException",
                "snapshot_not_found",
                "the snapshot isn't found",
                "the snapshot couldn\u2019t be found",
                "Snapshots cannot be found"
            })
    void case_escapes_names_and_forms_of_words_make_no_difference(String error) {
        assertThat(objectAndCondition(error, "other")).isEqualTo("snapshot not_found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Unable to attach volume to Instance web01, please specify an Instance that is not stopped |
            write failed: no space left on device. Make sure the volume is not locked                 | capacity exhausted
            snapshot 6f1c not found. If the volume is locked, detach it first                         | snapshot not_found
            volume 7 is locked. In some cases the file system is corrupt. See the log                 | disk busy
            """)
    void advice_and_suppositions_are_no_facts(String error, String facts) {
        assertThat(objectAndCondition(error, "attachment")).isEqualTo(facts == null ? NOTHING : facts);
    }

    @Test
    void a_message_that_only_advises_tells_what_is_wrong() {
        assertThat(objectAndCondition("error 431: Please specify a VM that is either running or stopped", "attachment"))
                .isEqualTo("vm wrong_state");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Cannot migrate VM web01, destination host 3 is not in Up state                | host wrong_state
            the guest agent of the VM, and with it host 3, is down                        | host wrong_state
            The volume group of the host: volume group vg0 not found                      | storage not_found
            """)
    void a_condition_is_not_said_of_an_object_beyond_another_noun(String error, String facts) {
        assertThat(objectAndCondition(error, "startup")).isEqualTo(facts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Cannot deploy, destination Zone1 is not enabled | zone wrong_state
            snapshot2 not found                             | snapshot not_found
            """)
    void a_noun_may_have_a_number(String error, String facts) {
        assertThat(objectAndCondition(error, "vm-creation")).isEqualTo(facts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The offering cannot be used by this account",
                "the volume will be deleted later",
                "the device cannot be attached to the VM",
                "the offering is small, cannot set it",
                "It is disabled by default due to a possible volume corruption in certain cases",
                "java.util.concurrent.ExecutionException: java.lang.RuntimeException"
            })
    void what_could_be_is_not_so(String error) {
        assertThat(READER.read(error, "attachment").tell()).isFalse();
    }

    @Test
    void a_condition_belongs_to_the_first_noun_of_its_sentence_not_to_a_prepositions() {
        assertThat(objectAndCondition("No default network of that type and offering found", "vm-creation"))
                .isEqualTo("network missing");
        assertThat(objectAndCondition("it is not available for the instance", "vm-creation"))
                .isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qemu-nbd: Failed to prepare the next part\nqemu-nbd: Disconnect client: Connection reset by peer",
                "mount: the share can't be mounted\nexiting: timed out"
            })
    void a_symptom_after_a_failure_that_is_not_understood_is_not_taken_for_the_cause(String error) {
        assertThat(READER.read(error, "other").tell()).isFalse();
    }

    @Test
    void what_a_program_says_as_it_ends_is_a_consequence_of_its_end() {
        assertThat(objectAndCondition(
                        "Failed to start domain i-5\nUnable to read from monitor: Connection reset by peer", "startup"))
                .isEqualTo("vm null");
    }

    @Test
    void a_side_that_another_line_tells_of_the_same_object_counts() {
        assertThat(READER.read(
                                "virt-v2v: error: filesystem was mounted read-only\nmkdir_p: Read-only file system",
                                "other")
                        .side())
                .isEqualTo(Side.GUEST);
    }

    @Test
    void the_name_of_the_program_that_speaks_is_no_side_of_a_fault_that_is_not_known() {
        assertThat(READER.read("virt-v2v-in-place: error: something went wrong", "drivers"))
                .isEqualTo(Facts.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            cp: Fehler beim Schreiben von '/mnt/x': Eingabe-/Ausgabefehler       | disk corrupted
            écriture : Connexion ré-initialisée par le correspondant             | service unreachable
            umount: volume 7: périphérique ou ressource occupé                   | disk busy
            abrir /dev/vdb: Permiso denegado                                     | permission not_permitted
            scrittura: Spazio esaurito sul device                                | capacity exhausted
            open /dev/vdb: Das Gerät oder die Ressource ist belegt               | disk busy
            """)
    void the_errors_of_the_operating_system_are_read_in_other_languages_too(String error, String facts) {
        assertThat(objectAndCondition(error, "other")).isEqualTo(facts);
    }

    @Test
    void the_evidence_is_the_link_that_decided() {
        assertThat(READER.read("step 3: failed to revert: snapshot 6f1c not found: exit status 1", "revert")
                        .evidence())
                .isEqualTo("snapshot 6f1c not found");
    }

    @Test
    void the_evidence_of_a_long_text_is_short() {
        String error = "x ".repeat(5_000) + "snapshot not found" + " x".repeat(5_000);

        assertThat(READER.read(error, "revert").evidence())
                .contains("snapshot not found")
                .hasSizeLessThanOrEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "no volumes found for VM context ctx-1; ossea_volumes has none: no ossea_volumes record, appliance disk not_found",
        "VM not found with UUID 4211-07, source vm not_found",
        "repository has insufficient space, appliance capacity exhausted",
        "write /Windows/Drivers/viostor.sys: No space left on device, guest capacity exhausted",
        "mkdir /var/lib/clearover/work: read-only file system, appliance file_system wrong_state",
        "could not open the hive: not a Windows NT Registry hive file, guest operating_system corrupted",
        "Another network with same name already exists within the account, destination network already_exists",
        "The session is not authenticated, source credentials expired"
    })
    void what_is_looked_for_in_one_place_is_not_said_to_lack_in_another(String error, String facts) {
        Facts read = READER.read(error, "other");

        assertThat(name(read.side()) + " " + name(read.object()) + " " + name(read.condition()))
                .isEqualTo(facts);
    }

    @Test
    void a_program_that_speaks_of_what_no_phrase_knows_is_not_what_the_fault_is_about() {
        Facts read = READER.read("libguestfs error: the index of packages has a hole in its middle", "drivers");

        assertThat(read.object()).isNull();
        assertThat(read.side()).as("of the appliance or of the guest").isNull();
    }

    @Test
    void a_stream_that_ends_too_early_is_a_lost_connection_where_an_address_is_named() {
        assertThat(objectAndCondition("Post \"https://cloud.example/client/api\": EOF", "vm-creation"))
                .isEqualTo("service unreachable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "final copy failed: unexpected EOF",
                "Failed to fetch the next page",
                "failed to find orphaned jobs: the list ended",
                "no permissions are added"
            })
    void words_that_may_mean_anything_tell_nothing(String error) {
        assertThat(READER.read(error, "other").tell()).isFalse();
    }

    private static String objectAndCondition(String error, String kind) {
        Facts facts = READER.read(error, kind);
        return name(facts.object()) + " " + name(facts.condition());
    }

    private static String name(Enum<?> fact) {
        return fact == null ? null : fact.name().toLowerCase(Locale.ROOT);
    }
}
