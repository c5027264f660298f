package io.clearover.explain;

import static io.clearover.explain.Fixtures.EXPLAINER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that some causes are known by also stand in command lines, parameters, traces and names, where they tell nothing. */
class BenignWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            vm-startup-and-validation      | qemu -cpu host-passthrough -drive if=pflash,file=/usr/share/OVMF/OVMF_CODE.fd: frobnicated
            volume-attachment              | attachVolume id=6f1c virtualmachineid=0d1f deviceid=0: frobnicated
            other                          | createSnapshot quiescevm=false: frobnicated
            multi-volume-snapshot-creation | error backing up: frobnicated
            vm-startup-and-validation      | starting luks-vault on hibernate-01 with storage corrupt-test: frobnicated
            vm-startup-and-validation      | gvfs: frobnicated
            replication                    | enabling change tracking done: frobnicated
            vm-creation                    | no such hosting plan: frobnicated
            """)
    void a_word_in_a_benign_place_is_no_cause(String step, String error) {
        assertThat(EXPLAINER.match(step, error)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            replication             | nbdkit vddk server=vc1 thumbprint=4A:2B:9C file=[ds1] web01/web01.vmdk: frobnicated
            virtio-driver-injection | supermin: version: 5.3.3\\nlibguestfs: trace: luks_open\\nguestfsd: <= list_filesystems\\nvirt-v2v-in-place: error: frobnicated
            """)
    void a_trace_of_a_tool_tells_no_facts(String step, String error) {
        Explanation explanation = EXPLAINER.explain(step, null, error);

        assertThat(explanation.cause()).isEqualTo(Explanation.UNRECOGNIZED);
        assertThat(explanation.object()).isNull();
        assertThat(explanation.condition()).isNull();
    }

    /** What stands before the colon wraps the cause: the VM is not what was not found. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            vm-creation                    | VM creation failed: template 224 not found                         | template-not-usable
            vm-creation                    | VM creation phase failed: network 0b61 not found                   | network-not-found
            vm-creation                    | VM creation phase failed: zone z1 does not exist                   | setting-wrong
            volume-attachment              | volume attachment phase failed: VM 0d1f not found                  | vm-not-found
            volume-attachment              | volume attachment failed: VM instance {"id":9,"uuid":"0d"} not found | vm-not-found
            multi-volume-snapshot-creation | snapshot creation failed: volume 6f1c not found                    | volume-missing
            """)
    void what_was_not_found_stands_behind_the_last_colon(String step, String error, String cause) {
        assertThat(EXPLAINER.explain(step, null, error).cause()).isEqualTo(cause);
    }
}
