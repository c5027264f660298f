package io.clearover.acceptance.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Bodies that are compressed, or say so. */
final class EncodingMutations {

    /** 64 MiB of blanks. */
    private static final byte[] BOMB = gzip(blanks(64 << 20));

    private static final List<String> NAMES = List.of(
            "gzip", "x-gzip", "deflate", "br", "zstd", "compress", "identity", "gzip, gzip", "nonsense", "", "*", ";");

    private EncodingMutations() {}

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        for (String name : NAMES) {
            all.add(Mutation.of("encoding: says '" + name + "'", draft -> draft.header("Content-Encoding", name)));
        }
        all.add(Mutation.of("encoding: gzip", draft -> encoded(draft, "gzip", gzip(draft.body()))));
        all.add(Mutation.of("encoding: deflate", draft -> encoded(draft, "deflate", deflate(draft.body()))));
        all.add(Mutation.of("encoding: gzip twice", draft -> encoded(draft, "gzip, gzip", gzip(gzip(draft.body())))));
        all.add(Mutation.of("encoding: gzip not told", draft -> draft.body(gzip(draft.body()))));
        all.add(Mutation.of("encoding: half a gzip", draft -> {
            byte[] whole = gzip(draft.body());
            encoded(draft, "gzip", Arrays.copyOf(whole, whole.length / 2));
        }));
        all.add(Mutation.of("encoding: gzip with something behind", draft -> {
            byte[] whole = gzip(draft.body());
            encoded(draft, "gzip", Arrays.copyOf(whole, whole.length + 50));
        }));
        all.add(Mutation.of("encoding: a bomb", draft -> encoded(draft, "gzip", BOMB)));
        all.add(Mutation.of("encoding: a bomb in a form", draft -> encoded(draft, "gzip", BOMB)
                .header("Content-Type", "application/x-www-form-urlencoded")));
        return all;
    }

    private static Draft encoded(Draft draft, String name, byte[] body) {
        return draft.header("Content-Encoding", name).body(body);
    }

    private static byte[] blanks(int length) {
        byte[] blanks = new byte[length];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
