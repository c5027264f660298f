package io.clearover.acceptance.fuzz;

import io.clearover.acceptance.fuzz.Answer.End;
import io.clearover.acceptance.fuzz.Answer.Header;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads one answer (HTTP/1.1) from a connection. For one use. */
final class AnswerReader {

    private static final Pattern FIRST_LINE = Pattern.compile("HTTP/\\d+\\.\\d+ (\\d{3})(?: .*)?");
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int ENOUGH = 8 << 20;
    private static final int ENOUGH_OF_A_STREAM = 2_000;

    private final InputStream in;
    private final Stream stream;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** What to do when the answer turns out to have no end. */
    @FunctionalInterface
    interface Stream {
        void begins() throws IOException;
    }

    AnswerReader(InputStream in, Stream stream) {
        this.in = in;
        this.stream = stream;
    }

    /** @param head whether the answer has no body, whatever its head says */
    Answer read(boolean head) throws IOException {
        String first = firstLine();
        if (first == null) {
            return Answer.without(End.CLOSED);
        }
        Matcher found = FIRST_LINE.matcher(first);
        if (!found.matches()) {
            return Answer.without(End.NOT_HTTP);
        }
        int status = Integer.parseInt(found.group(1));
        List<Header> headers = headers();
        if (status < 200 && status != SWITCHING_PROTOCOLS) {
            return read(head);
        }
        Answer answer = new Answer(End.COMPLETE, status, headers, new byte[0]);
        if (answer.isStream()) {
            stream.begins();
        }
        boolean bodiless = head || status < 200 || status == 204 || status == 304;
        End end = bodiless ? End.COMPLETE : body(answer);
        boolean more = end == End.COMPLETE && status >= 200 && !answer.isStream() && in.available() > 0;
        return new Answer(more ? End.LONGER : end, status, headers, told(answer));
    }

    /** The body as it was before the server compressed it; as it came, if that can't be undone. */
    private byte[] told(Answer answer) {
        if (!answer.header("Content-Encoding").equals("gzip")) {
            return body.toByteArray();
        }
        try (InputStream compressed = new GZIPInputStream(new ByteArrayInputStream(body.toByteArray()))) {
            return compressed.readAllBytes();
        } catch (IOException isNone) {
            return body.toByteArray();
        }
    }

    private String firstLine() throws IOException {
        try {
            return line();
        } catch (EOFException closed) {
            return null;
        }
    }

    private List<Header> headers() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = Math.max(0, line.indexOf(':'));
            headers.add(
                    new Header(line.substring(0, colon), line.substring(colon).replaceFirst(":\\s*", "")));
        }
        return headers;
    }

    private End body(Answer answer) {
        try {
            if (answer.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
                chunks(answer.isStream());
            } else if (answer.has("Content-Length")) {
                copy(Integer.parseInt(answer.header("Content-Length")));
            } else {
                body.writeBytes(in.readNBytes(answer.isStream() ? ENOUGH_OF_A_STREAM : ENOUGH));
            }
            return End.COMPLETE;
        } catch (SocketTimeoutException silence) {
            return answer.isStream() ? End.COMPLETE : End.SILENT;
        } catch (IOException | NumberFormatException broken) {
            return answer.isStream() ? End.COMPLETE : End.BROKEN_OFF;
        }
    }

    private void chunks(boolean stream) throws IOException {
        for (int size = size(); size > 0; size = size()) {
            copy(size);
            line();
            if (stream ? hasEvent() : body.size() > ENOUGH) {
                return;
            }
        }
        headers();
    }

    private boolean hasEvent() {
        return body.toString(StandardCharsets.UTF_8).contains("\n\n");
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private void copy(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        body.writeBytes(bytes);
        if (bytes.length < length) {
            throw new EOFException();
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
