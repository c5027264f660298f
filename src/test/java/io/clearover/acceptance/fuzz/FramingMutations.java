package io.clearover.acceptance.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bodies whose length is told wrongly, or in an odd way. */
final class FramingMutations {

    private static final List<String> BAD_LENGTHS =
            List.of("-1", "abc", "", "+5", "0x10", "1 1", "5, 5", "5, 6", "99999999999999999999", "1e1", "4.0");

    private static final List<String> ODD_CODINGS = List.of(
            "gzip", "identity", "chunked, chunked", "xchunked", "gzip, chunked", "chunked;q=1", "", "\u000bchunked");

    private FramingMutations() {}

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        for (String length : BAD_LENGTHS) {
            all.add(Mutation.of("length: '" + length + "'", draft -> draft.header("Content-Length", length)
                    .excuse(Excuse.BROKEN_FRAMING)
                    .excuse(Excuse.UNFINISHED)));
        }
        all.add(Mutation.of(
                "length: less than there is", draft -> length(draft, -3).excuse(Excuse.BROKEN_FRAMING)));
        all.add(Mutation.of(
                "length: more than there is", draft -> length(draft, 7).excuse(Excuse.UNFINISHED)));
        all.add(Mutation.of("length: 2^31", draft -> draft.header("Content-Length", "2147483648")
                .excuse(Excuse.UNFINISHED)
                .excuse(Excuse.TOO_LONG_BODY)));
        all.add(Mutation.of("length: told twice", draft -> length(draft, 0)
                .line("Content-Length: " + draft.body().length)
                .excuse(Excuse.BROKEN_FRAMING)));
        all.add(Mutation.of(
                "length: told twice otherwise",
                draft -> length(draft, 0).line("Content-Length: 1").excuse(Excuse.BROKEN_FRAMING)));
        for (String coding : ODD_CODINGS) {
            all.add(Mutation.of("transfer coding: '" + coding.strip() + "'", draft -> chunked(draft, chunk(draft, ""))
                    .header("Transfer-Encoding", coding)
                    .excuse(Excuse.BROKEN_FRAMING)));
        }
        all.addAll(chunks());
        return all;
    }

    private static List<Mutation> chunks() {
        return List.of(
                Mutation.of("chunks: one", draft -> chunked(draft, chunk(draft, ""))),
                Mutation.of("chunks: with extensions", draft -> chunked(draft, chunk(draft, ";a=b;c=\"d\""))),
                Mutation.of(
                        "chunks: with a long extension", draft -> chunked(draft, chunk(draft, ";" + "e".repeat(20_000)))
                                .excuse(Excuse.BROKEN_FRAMING)),
                Mutation.of(
                        "chunks: with a trailer",
                        draft -> chunked(draft, chunk(draft, "", "X-Trailer: a\r\nContent-Length: 1\r\n"))),
                Mutation.of("chunks: of one byte", draft -> chunked(draft, single(draft.body()))),
                Mutation.of("chunks: and a length", draft -> chunked(draft, chunk(draft, ""))
                        .header("Content-Length", "3")
                        .excuse(Excuse.BROKEN_FRAMING)),
                broken("xyz\r\nabc\r\n0\r\n\r\n"),
                broken("-5\r\nabc\r\n0\r\n\r\n"),
                broken("FFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n"),
                broken("7fffffff\r\nabc\r\n0\r\n\r\n"),
                broken("3\r\nabcdef\r\n0\r\n\r\n"),
                broken("3\nabc\n0\n\n"),
                broken("\r\n"),
                broken("3\r\nab"),
                broken("3"),
                broken("2\r\n{}\r\n"));
    }

    /** All of these also end before they are complete. */
    private static Mutation broken(String text) {
        String name = "chunks: " + text.replace("\r", "\\r").replace("\n", "\\n");
        return Mutation.of(name, draft -> chunked(draft, text.getBytes(StandardCharsets.ISO_8859_1))
                .excuse(Excuse.BROKEN_FRAMING)
                .excuse(Excuse.UNFINISHED));
    }

    private static Draft chunked(Draft draft, byte[] body) {
        return draft.header("Transfer-Encoding", "chunked").body(body);
    }

    private static byte[] chunk(Draft draft, String extension) {
        return chunk(draft, extension, "");
    }

    private static byte[] chunk(Draft draft, String extension, String trailer) {
        String end = "0\r\n" + trailer + "\r\n";
        return draft.body().length == 0
                ? end.getBytes(StandardCharsets.ISO_8859_1)
                : join(Integer.toHexString(draft.body().length) + extension + "\r\n", draft.body(), "\r\n" + end);
    }

    private static byte[] single(byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte one : body) {
            all.writeBytes(join("1\r\n", new byte[] {one}, "\r\n"));
        }
        all.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return all.toByteArray();
    }

    private static byte[] join(String before, byte[] body, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        all.writeBytes(after.getBytes(StandardCharsets.ISO_8859_1));
        return all.toByteArray();
    }

    private static Draft length(Draft draft, int difference) {
        return draft.header("Content-Length", String.valueOf(Math.max(0, draft.body().length + difference)));
    }
}
