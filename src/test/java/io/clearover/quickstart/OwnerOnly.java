package io.clearover.quickstart;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** Folders and files that nobody but their owner can read, on file systems that know owners. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PASSAGE = PosixFilePermissions.fromString("rwx--x--x");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** The folder, made if it isn't there. */
    static Path folder(Path folder) throws IOException {
        return permit(Files.createDirectories(folder), FOLDER);
    }

    /**
     * The folder of all data, made if it isn't there; one that is there may be anybody's and stays as it is. Others can't list
     * it. If root made it, they get through it: to the database's folder, which then belongs to somebody else.
     */
    static Path ofAllData(Path folder) throws IOException {
        return Files.exists(folder)
                ? folder
                : permit(Files.createDirectories(folder), SystemUser.isRoot() ? PASSAGE : FOLDER);
    }

    /** The file with this text, never readable by others, not even before the text is in it. */
    static Path file(Path file, String text) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException again) {
            // as good
        }
        return Files.writeString(permit(file, FILE), text);
    }

    /** The same for a file that is there. */
    static void permit(Path file) throws IOException {
        permit(file, FILE);
    }

    /** All that is in a folder, and the folder. */
    static void all(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    permit(each, FOLDER);
                } else if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                    permit(each, FILE);
                }
            }
        }
    }

    private static Path permit(Path path, Set<PosixFilePermission> permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null && !view.readAttributes().permissions().equals(permissions)) {
            view.setPermissions(permissions);
        }
        return path;
    }
}
