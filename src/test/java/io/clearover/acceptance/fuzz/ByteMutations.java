package io.clearover.acceptance.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Bodies whose bytes are wrong, or that are no JSON at all. */
final class ByteMutations {

    private static final int LIMIT = 1_048_576;

    private static final Map<String, byte[]> BYTES = Map.of(
            "a lone continuation", bytes(0x22, 0x80, 0x22),
            "an overlong slash", bytes(0x22, 0xc0, 0xaf, 0x22),
            "a surrogate in UTF-8", bytes(0x22, 0xed, 0xa0, 0x80, 0x22),
            "a character beyond Unicode", bytes(0x22, 0xf4, 0x90, 0x80, 0x80, 0x22),
            "0xFF", bytes(0xff),
            "NUL", bytes(0x22, 0x00, 0x22),
            "half a character", bytes(0x22, 0xe2, 0x82));

    private ByteMutations() {}

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        BYTES.keySet().stream()
                .sorted()
                .forEach(name -> all.add(new Mutation(
                        "bytes: " + name + " somewhere",
                        (draft, dice) -> draft.body(inserted(json(draft), dice, BYTES.get(name))))));
        all.add(new Mutation(
                "bytes: broken off",
                (draft, dice) -> draft.body(Arrays.copyOf(json(draft), dice.below(json(draft).length)))));
        all.add(new Mutation("bytes: one changed", (draft, dice) -> {
            byte[] body = json(draft).clone();
            body[dice.below(body.length)] ^= (byte) (1 << dice.below(8));
            draft.body(body);
        }));
        all.add(new Mutation("bytes: any", (draft, dice) -> draft.body(dice.bytes(1 + dice.below(2_000)))));
        all.add(Mutation.of("bytes: a BOM first", draft -> draft.body("\ufeff" + text(draft))));
        for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "ISO-8859-1", "IBM037")) {
            all.add(Mutation.of(
                    "bytes: in " + charset, draft -> draft.body(text(draft).getBytes(Charset.forName(charset)))));
        }
        all.addAll(sizes());
        all.addAll(otherForms());
        return all;
    }

    private static List<Mutation> sizes() {
        return List.of(
                Mutation.of("bytes: none", draft -> draft.body("").header("Content-Length", "0")),
                Mutation.of("bytes: none and no length", draft -> draft.body("")),
                Mutation.of("bytes: blanks", draft -> draft.body(" \r\n\t".repeat(500))),
                Mutation.of("bytes: 1 MiB", draft -> draft.body(padded(draft, LIMIT))),
                Mutation.of("bytes: 1 MiB and 1", draft -> draft.body(padded(draft, LIMIT + 1))),
                Mutation.of("bytes: 3 MiB", draft -> draft.body(padded(draft, 3 * LIMIT))));
    }

    private static List<Mutation> otherForms() {
        return List.of(
                form("application/x-www-form-urlencoded", "vm_name=web01&skip_virtio=true"),
                form("application/x-www-form-urlencoded", "a=%zz&&&=%"),
                form(
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b--"),
                form("multipart/form-data; boundary=b", "--b\r\nContent-Dispo"),
                form("multipart/form-data", "x"),
                form("application/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>"),
                form("text/plain", "{}"),
                form("application/json", "a: yaml"));
    }

    private static Mutation form(String type, String body) {
        String name = "form: %s %s"
                .formatted(type, body.substring(0, Math.min(12, body.length())).strip());
        return Mutation.of(name, draft -> draft.header("Content-Type", type).body(body));
    }

    private static String text(Draft draft) {
        return new String(json(draft), StandardCharsets.UTF_8);
    }

    /** The described body; something like it where none is described. */
    private static byte[] json(Draft draft) {
        return draft.body().length == 0 ? "{\"x\": \"y\"}".getBytes(StandardCharsets.UTF_8) : draft.body();
    }

    private static byte[] padded(Draft draft, int length) {
        byte[] json = json(draft);
        byte[] padded = Arrays.copyOf(json, length);
        Arrays.fill(padded, json.length, length, (byte) ' ');
        return padded;
    }

    private static byte[] inserted(byte[] into, Dice dice, byte[] what) {
        int at = dice.below(into.length + 1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(into, 0, at);
        all.writeBytes(what);
        all.write(into, at, into.length - at);
        return all.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
