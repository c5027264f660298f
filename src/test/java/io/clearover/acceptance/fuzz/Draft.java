package io.clearover.acceptance.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A request while it is made. It can become whatever can be sent over a connection, also what is no HTTP. Characters of its
 * head are bytes (ISO 8859-1). Not thread-safe.
 */
final class Draft {

    private final Target target;
    private final String described;
    private final List<String> lines = new ArrayList<>();
    private final Set<Excuse> excuses = EnumSet.noneOf(Excuse.class);
    private String method;
    private String address;
    private String version = " HTTP/1.1";
    private String lineEnd = "\r\n";
    private byte[] body = new byte[0];
    private byte[] instead;

    Draft(Target target, String address) {
        this.target = target;
        this.described = address;
        this.method = target.method();
        this.address = address;
    }

    Target target() {
        return target;
    }

    String method() {
        return method;
    }

    Draft method(String other) {
        method = other;
        return this;
    }

    String address() {
        return address;
    }

    Draft address(String other) {
        address = other;
        return this;
    }

    /** @param words all that stands behind the address in the first line, with the space before */
    Draft version(String words) {
        version = words;
        return this;
    }

    Draft lineEnd(String characters) {
        lineEnd = characters;
        return this;
    }

    byte[] body() {
        return body;
    }

    Draft body(byte[] bytes) {
        body = bytes;
        return this;
    }

    Draft body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets a header. */
    Draft header(String name, String value) {
        return without(name).line(name + ": " + value);
    }

    Draft without(String name) {
        lines.removeIf(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
        return this;
    }

    /** Adds a line to the head, whatever it is. */
    Draft line(String text) {
        lines.add(text);
        return this;
    }

    boolean has(String name) {
        return lines.stream().anyMatch(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Sends these bytes and nothing else. */
    Draft raw(byte[] bytes) {
        instead = bytes;
        return this;
    }

    Draft excuse(Excuse excuse) {
        excuses.add(excuse);
        return this;
    }

    Set<Excuse> excuses() {
        return excuses;
    }

    /** Whether it still goes where the description says. */
    boolean isAddressedAsDescribed() {
        return instead == null && address.equals(described) && method.equals(target.method());
    }

    /** Whether its answer has no body. */
    boolean isHead() {
        return instead == null && method.equals("HEAD");
    }

    /** As it goes over the wire. */
    byte[] bytes() {
        if (instead != null) {
            return instead;
        }
        StringBuilder head = new StringBuilder(method + " " + address + version + lineEnd);
        lines.forEach(line -> head.append(line).append(lineEnd));
        if (body.length > 0 && !has("Content-Length") && !has("Transfer-Encoding")) {
            head.append("Content-Length: ").append(body.length).append(lineEnd);
        }
        head.append(lineEnd);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }
}
