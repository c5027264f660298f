package io.clearover.platform.driver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The end of a tool's log, however long the log is, and what it says went wrong. */
record OutputTail(List<String> lines) {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_LINE_LENGTH = 500;
    private static final int MAX_LINES_TOLD = 3;

    /** How a line of another kind begins: a prefix of who speaks, a traced command, a time stamp. */
    private static final Pattern OTHER_LINE = Pattern.compile("(\\S+:|\\+|\\[).*");

    static OutputTail of(Path log) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - MAX_BYTES));
            ByteBuffer end = ByteBuffer.allocate(MAX_BYTES);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                continue;
            }
            return new OutputTail(new String(end.array(), 0, end.position(), StandardCharsets.UTF_8)
                    .lines()
                    .map(OutputTail::fitting)
                    .toList());
        }
    }

    /** The last error with the lines that it goes on over; without one, the last lines; empty when nothing was written. */
    String error() {
        for (int at = lines.size() - 1; at >= 0; at--) {
            if (lines.get(at).toLowerCase(Locale.ROOT).contains("error: ")) {
                return lines.get(at) + goesOn(lines.subList(at + 1, lines.size()));
            }
        }
        List<String> said = lines.stream().filter(line -> !line.isEmpty()).toList();
        return String.join(" ", said.subList(Math.max(0, said.size() - MAX_LINES_TOLD), said.size()));
    }

    private static String goesOn(List<String> after) {
        return after.stream()
                .takeWhile(line -> !line.isEmpty() && !OTHER_LINE.matcher(line).matches())
                .limit(MAX_LINES_TOLD - 1)
                .map(line -> " " + line)
                .collect(Collectors.joining());
    }

    private static String fitting(String line) {
        String clean = line.strip().replaceAll("\\p{Cntrl}", "");
        return clean.length() <= MAX_LINE_LENGTH ? clean : clean.substring(0, MAX_LINE_LENGTH) + "…";
    }
}
