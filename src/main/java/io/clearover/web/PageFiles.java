package io.clearover.web;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * The page's own scripts and styles, and one hash over all of them: with it in their addresses browsers may keep them, since
 * another release has others. They name each other by relative addresses, so the hash stands before all of them.
 */
final class PageFiles {

    /** Where they are served with the hash. */
    static final String ROOT = "/assets/";

    private static final Set<String> FOLDERS = Set.of("/app/", "/styles/");

    private static final int DIGITS = 16;

    private final Set<String> paths = new TreeSet<>();
    private final String hash;

    /** Reads all of them. */
    PageFiles(ServletContext application) {
        FOLDERS.forEach(folder -> collect(application, folder));
        this.hash = hash(application);
    }

    private void collect(ServletContext application, String folder) {
        Set<String> inside = application.getResourcePaths(folder);
        for (String path : inside == null ? Set.<String>of() : inside) {
            if (path.endsWith("/")) {
                collect(application, path);
            } else {
                paths.add(path);
            }
        }
    }

    private String hash(ServletContext application) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String path : paths) {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                try (InputStream file = application.getResourceAsStream(path)) {
                    digest.update(file.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's own path, such as {@code /app/main.js}, of its path below {@link #ROOT}; null if there is none, or another hash. */
    String fileAt(String path) {
        String start = "/" + hash;
        String file = path != null && path.startsWith(start) ? path.substring(start.length()) : null;
        return file != null && paths.contains(file) ? file : null;
    }

    /** A document of the root that names them without the hash, with it. */
    String linked(String html) {
        String address = ROOT.substring(1) + hash;
        String linked = html;
        for (String folder : FOLDERS) {
            linked = linked.replace("=\"" + folder.substring(1), "=\"" + address + folder);
        }
        return linked;
    }
}
