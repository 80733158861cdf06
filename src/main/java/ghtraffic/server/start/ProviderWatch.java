package ghtraffic.server.start;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Tells the server the endpoints of the identity provider, by a file that {@code server.xml} includes. The server itself
 * would ask for the discovery document once, and after a failure never again. This class asks until there is an answer,
 * and later looks whether the answer has changed.
 */
final class ProviderWatch {

    private static final String NOTHING = "<server/>\n";
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofMinutes(5);
    private static final String NOTIFICATION = "WebSphere:service=com.ibm.ws.kernel.filemonitor.FileNotificationMBean";

    private final Supplier<Optional<ProviderEndpoints>> question;
    private final Path file;
    private final Notification notification;
    private String told = NOTHING;

    /** Makes the server read its configuration again. */
    interface Notification {
        void changed(Path file) throws JMException;
    }

    /**
     * Prepares a watch.
     *
     * @param question returns what the provider says of itself, empty if it says nothing
     * @param file the file that {@code server.xml} includes
     */
    ProviderWatch(Supplier<Optional<ProviderEndpoints>> question, Path file, Notification notification) {
        this.question = question;
        this.file = file;
        this.notification = notification;
    }

    /**
     * Asks once before the server starts, and goes on in a thread of its own.
     *
     * @param provider {@code APPID_OAUTH_SERVER_URL}
     * @param output the folder that the server writes to
     */
    static void begin(String provider, Path output) {
        ProviderWatch watch = new ProviderWatch(
                new ProviderDiscovery(provider)::ask, output.resolve("provider.xml"), ProviderWatch::readAgain);
        try {
            watch.first();
        } catch (IOException e) {
            return; // The server cannot write its own files either, and says so.
        }
        Thread thread = new Thread(watch::goOn, "provider watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Writes the file before the server reads it for the first time. */
    void first() throws IOException {
        told = question.get().map(ProviderEndpoints::configuration).orElse(NOTHING);
        Files.createDirectories(file.getParent());
        write(told);
    }

    private void goOn() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(look().toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks again, tells the server what is new, and returns how long to wait for the next time. */
    Duration look() {
        Optional<String> news =
                question.get().map(ProviderEndpoints::configuration).filter(xml -> !xml.equals(told));
        if (news.isPresent()) {
            try {
                write(news.get());
                notification.changed(file);
                told = news.get();
            } catch (IOException | JMException e) {
                return SOON; // The server has not got so far yet.
            }
        }
        return told.equals(NOTHING) ? SOON : LATER;
    }

    private static void readAgain(Path file) throws JMException {
        String collection = Collection.class.getName();
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName(NOTIFICATION),
                        "notifyFileChanges",
                        new Object[] {Set.of(), Set.of(file.toString()), Set.of()},
                        new String[] {collection, collection, collection});
    }

    private void write(String xml) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, xml);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
