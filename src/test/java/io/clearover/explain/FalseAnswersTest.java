package io.clearover.explain;

import static io.clearover.explain.Fixtures.EXPLAINER;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.catalogue.Category;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which an explanation can be specific and false, one after the other. */
class FalseAnswersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            replication       | Bitmap already exists: clearover-0                                    | CHANGE_TRACKING, DISK, SNAPSHOT
            vm-creation       | iscsiadm: initiator reported error (24 - iSCSI login failed due to authorization failure) | STORAGE, CREDENTIALS, PERMISSION
            volume-attachment | iscsiadm: Could not login to LUN 3: Authentication failure             | STORAGE, CREDENTIALS
            volume-attachment | failed to attach volume: snapshot 7f1c already exists                  | SNAPSHOT
            """)
    void words_are_not_said_of_another_object_than_theirs(String step, String error, String objects) {
        Explanation said = EXPLAINER.explain(step, null, error);

        assertThat(said.object())
                .isIn(Arrays.stream(objects.split(", "))
                        .map(FaultObject::valueOf)
                        .toList());
        assertThat(said.cause()).isNotIn("name-taken", "platform-sign-in");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            source-vm-power-off     | VM 'erp01' not found in datacenter DC1 of vCenter vc1.example.com    | SOURCE
            virtio-driver-injection | ModuleNotFoundError: No module named 'guestfs'                       | APPLIANCE
            volume-attachment       | kernel: blk_update_request: I/O error, dev nbd2, sector 8            | APPLIANCE
            vm-creation             | errorcode 431: Unable to find network by id 0b61                     | DESTINATION
            """)
    void the_side_is_not_the_one_where_such_things_mostly_are(String step, String error, Side side) {
        Explanation said = EXPLAINER.explain(step, null, error);

        assertThat(said.side()).isEqualTo(side);
        assertThat(said.cause()).isNotIn("volume-missing", "vm-not-found", "system-files-missing");
    }

    @Test
    void a_step_is_not_taken_for_the_cause() {
        Explanation copying = EXPLAINER.explain("replication", null, "No space left on device: /var/lib/clearover/cow");
        Explanation snapshot = EXPLAINER.explain(
                "multi-volume-snapshot-creation",
                null,
                "internal snapshots of a VM with pflash based firmware are not supported");

        assertThat(copying.category()).isNotEqualTo(Category.CONNECTIVITY);
        assertThat(snapshot.cause()).isNotIn("not-bootable", "fact-missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            final-sync  | Host key verification failed.\\nkex_exchange_identification: read: Connection reset by peer
            replication | ssh: handshake failed: knownhosts: key mismatch\\nclosing tunnel: connection lost
            """)
    void the_last_and_loudest_line_does_not_win_over_the_one_that_names_the_cause(String step, String error) {
        Explanation said = EXPLAINER.explain(step, null, error.replace("\\n", "\n"));

        assertThat(said.cause()).isNotIn("connection-lost", "connection-refused", "fact-unreachable");
        assertThat(said.retryable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            vm-creation               | errorcode 535: Maximum number of resources of type 'user_vm' for account dr has been exceeded.
            vm-creation               | errorcode 401: unable to verify user credentials and/or request signature
            vm-startup-and-validation | Host 14: Unable to send StartCommand because agent kvm-04 is in maintenance mode
            replication               | VixDiskLib: Cannot open disk: insufficient permissions in the host operating system
            status-update             | Error 1045 (28000): Access denied for user 'clearover'@'localhost' (using password: YES)
            """)
    void no_retry_is_promised_where_something_must_be_changed_first(String step, String error) {
        assertThat(EXPLAINER.explain(step, null, error).retryable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            virtio-driver-injection | virt-v2v-in-place: warning: group policies forbid the installation of this device | DISK
            replication             | Get https://mirror.example.com/virtio-win/virtio-win.iso: dial tcp 192.0.2.7:443: connect: no route to host | DRIVER_PACKAGE
            virtio-driver-injection | virt-v2v-in-place: error: inspection could not detect the source guest: unknown filesystem reiser9 | DISK
            """)
    void one_word_does_not_decide_against_the_rest(String step, String error, FaultObject not) {
        Explanation said = EXPLAINER.explain(step, null, error);

        assertThat(said.object()).isNotEqualTo(not);
        assertThat(said.cause()).isNotIn("driver-package-missing", "disk-damaged", "driver-disk-error");
    }
}
