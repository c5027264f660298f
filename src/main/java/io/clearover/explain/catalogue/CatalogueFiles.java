package io.clearover.explain.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files beside this package, in UTF-8. */
final class CatalogueFiles {
    private CatalogueFiles() {}

    static String text(String name) {
        try (InputStream in = CatalogueFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new CatalogueException(name, "file", "is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("read " + name, e);
        }
    }

    static Reader reader(String name) {
        return new StringReader(text(name));
    }
}
