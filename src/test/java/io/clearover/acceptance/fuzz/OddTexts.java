package io.clearover.acceptance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that programs stumble over. */
final class OddTexts {

    /** What follows a line break that was sent: no line of a log, and no header of an answer, may begin with it. */
    static final String FORGED = "forged-line";

    private OddTexts() {}

    /** By the name that findings call them. */
    static Map<String, String> all() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nothing", "");
        texts.put("a blank", " ");
        texts.put("NUL", "a\0b");
        texts.put("a line break", "a\r\n" + FORGED + ": x");
        texts.put("a line feed", "a\n" + FORGED + ": x");
        texts.put("an escape", "\u001b[31mred\u001b[0m");
        texts.put("DEL", "a\u007fb");
        texts.put("a lone surrogate", "a\ud83d");
        texts.put("an emoji", "\ud83d\ude80");
        texts.put("right to left", "\u202eevil");
        texts.put("many accents", "e" + "\u0301".repeat(1000));
        texts.put("a line separator", "a\u2028" + FORGED + "\u0085" + FORGED);
        texts.put("a way up", "../../../../etc/passwd");
        texts.put("a Windows way up", "..\\..\\windows\\win.ini");
        texts.put("formats", "%s%n%x%1$s{0}");
        texts.put("expressions", "${7*7}#{7*7}");
        texts.put("a lookup", "${env:PATH}${sys:user.dir}");
        texts.put("SQL", "' OR '1'='1' -- ");
        texts.put("a script", "<script>alert(1)</script>");
        texts.put("a quote", "\"");
        texts.put("JSON", "{\"a\":[1]}");
        texts.put("a huge number", "9".repeat(400));
        texts.put("a negative number", "-9223372036854775809");
        texts.put("64 characters", "x".repeat(64));
        texts.put("65 characters", "x".repeat(65));
        texts.put("10 kB", "y".repeat(10_000));
        return texts;
    }

    /** Each byte as %XX, so that it stands in any part of an address; a lone surrogate as the bytes it would have. */
    static String percent(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : bytes(text)) {
            encoded.append("%%%02X".formatted(one & 0xff));
        }
        return encoded.toString();
    }

    /** The text's bytes in UTF-8 as characters of a head. */
    static String raw(String text) {
        return new String(bytes(text), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.endsWith("\ud83d")
                ? "a\u00ed\u00a0\u00bd".getBytes(StandardCharsets.ISO_8859_1)
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
