package ghtraffic.server.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the server, unpacked from the jar. The same jar is unpacked once and found again at the next start, so
 * that the server finds what it has cached. Files of other jars are deleted as soon as no server uses them.
 */
final class UnpackedServer implements AutoCloseable {

    private static final String PREFIX = "wlp/";
    private static final String LOCK = ".lock";

    private final Path home;
    private final FileChannel use;

    private UnpackedServer(Path home, FileChannel use) {
        this.home = home;
        this.use = use;
    }

    /**
     * Unpacks the server unless this jar has been unpacked before.
     *
     * @param folder the folder for unpacked servers; it is created for its owner only
     * @throws AccessDeniedException if the folder belongs to somebody else, who could change what is run
     */
    static UnpackedServer of(Path jar, Path folder) throws IOException {
        create(folder);
        String name = "server-" + Files.size(jar) + "-"
                + Files.getLastModifiedTime(jar).toMillis();
        Path home = folder.resolve(name);
        FileChannel use = shared(folder.resolve(name + LOCK));
        if (!Files.isDirectory(home)) {
            Path unfinished = Files.createTempDirectory(folder, "unfinished");
            try {
                unpack(jar, unfinished);
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(unfinished);
            }
        }
        deleteOthers(folder, name);
        return new UnpackedServer(home, use);
    }

    /** Returns the folder of the server's installation. */
    Path home() {
        return home;
    }

    @Override
    public void close() throws IOException {
        use.close();
    }

    private static void create(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path own = Files.createTempFile(folder, "owner", null);
        boolean ours = Files.getOwner(own).equals(Files.getOwner(folder));
        Files.delete(own);
        if (!ours) {
            throw new AccessDeniedException(folder.toString(), null, "it belongs to another user");
        }
    }

    private static FileChannel shared(Path lock) throws IOException {
        FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.lock(0, Long.MAX_VALUE, true);
        return channel;
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream()
                    .filter(entry -> entry.getName().startsWith(PREFIX))
                    .toList()) {
                Path target = folder.resolve(entry.getName().substring(PREFIX.length()));
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
            }
        }
        try (Stream<Path> commands = Files.list(folder.resolve("bin"))) {
            for (Path command : commands.filter(Files::isRegularFile).toList()) {
                Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static void deleteOthers(Path folder, String name) throws IOException {
        List<Path> locks;
        try (Stream<Path> files = Files.list(folder)) {
            locks = files.filter(file -> file.toString().endsWith(LOCK))
                    .filter(file -> !file.getFileName().toString().equals(name + LOCK))
                    .toList();
        }
        for (Path lock : locks) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                    @Nullable FileLock unused = channel.tryLock()) {
                if (unused != null) {
                    delete(Path.of(lock.toString().substring(0, lock.toString().length() - LOCK.length())));
                    Files.delete(lock);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
