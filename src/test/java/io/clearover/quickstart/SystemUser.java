package io.clearover.quickstart;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Under whom a program runs that root starts: somebody without rights, if there is one who can reach what it needs. */
final class SystemUser {

    private static final Logger LOG = Logger.getLogger(SystemUser.class.getName());

    private static final String ROOT = "root";
    private static final List<String> UNPRIVILEGED = List.of("mysql", "nobody");

    private final UserPrincipal principal;

    private SystemUser(UserPrincipal principal) {
        this.principal = principal;
    }

    static boolean isRoot() {
        return ROOT.equals(System.getProperty("user.name"));
    }

    /**
     * Empty unless root starts it. Root itself, with a warning, if nobody else can reach the paths.
     *
     * @param paths whose folders must let the user pass
     */
    static Optional<SystemUser> instead(Path... paths) throws IOException {
        if (!isRoot()) {
            return Optional.empty();
        }
        for (String name : UNPRIVILEGED) {
            Optional<SystemUser> user = named(name);
            if (user.isPresent() && user.get().reachesAll(paths)) {
                return user;
            }
        }
        LOG.warning(() -> "The database runs as root: neither %s reaches %s"
                .formatted(String.join(" nor ", UNPRIVILEGED), Stream.of(paths).toList()));
        return named(ROOT);
    }

    private static Optional<SystemUser> named(String name) throws IOException {
        try {
            return Optional.of(new SystemUser(
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name)));
        } catch (UserPrincipalNotFoundException nobody) {
            return Optional.empty();
        }
    }

    String name() {
        return principal.getName();
    }

    private boolean reachesAll(Path... paths) throws IOException {
        for (Path path : paths) {
            for (Path above = path.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
                if (Files.exists(above)
                        && !Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Gives the user a folder with all that is in it. */
    void own(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                if (!Files.getOwner(each, LinkOption.NOFOLLOW_LINKS).equals(principal)) {
                    Files.setAttribute(each, "posix:owner", principal, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }
}
