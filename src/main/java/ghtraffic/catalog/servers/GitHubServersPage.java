package ghtraffic.catalog.servers;

import ghtraffic.catalog.GitHubServer;
import ghtraffic.catalog.servers.GitHubServers.Addition;
import ghtraffic.github.servers.GitHubHost;
import ghtraffic.identity.CurrentViewer;
import ghtraffic.messages.FieldMessage;
import ghtraffic.messages.Message;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page that lists, adds and removes GitHub servers whose repositories may be tracked. */
@Named
@RequestScoped
public class GitHubServersPage {

    private static final String FIELD = "add:name";

    /**
     * A server in the list.
     *
     * @param id its number
     * @param name its host name
     * @param gitHubCom whether it is github.com, which cannot be removed
     */
    public record Line(int id, String name, boolean gitHubCom) {

        static Line of(GitHubServer server) {
            return new Line(server.id(), server.host().name(), server.id() == GitHubServer.GITHUB_COM);
        }
    }

    @Inject
    private CurrentViewer viewer;

    @Inject
    private GitHubServers servers;

    @Inject
    @ManagedProperty("#{param.removed}")
    private @Nullable String removedParameter;

    private String name = "";
    private @Nullable List<Line> all;

    /** Rejects viewers who are not administrators. */
    public void enter() {
        viewer.administrator();
    }

    /**
     * Adds the server whose name was entered.
     *
     * @return the page to go to; null when this page stays with a message
     */
    public @Nullable String add() {
        viewer.administrator();
        Addition addition = servers.add(new GitHubHost(name.strip()));
        if (addition instanceof Addition.Known known) {
            return FieldMessage.show(
                    FIELD, Message.of("server.known", known.server().host().name()));
        } else if (addition instanceof Addition.NoName none) {
            return FieldMessage.show(FIELD, Message.of("sentence", none.reason()));
        } else if (addition instanceof Addition.NotAllowed refused) {
            return FieldMessage.show(FIELD, Message.of("sentence", refused.reason()));
        }
        return back("added");
    }

    /** Removes the server whose button was pressed. */
    public String remove() {
        viewer.administrator();
        int id = removedParameter != null && removedParameter.matches("[0-9]{1,9}")
                ? Integer.parseInt(removedParameter)
                : 0;
        return back(servers.remove(id).name().toLowerCase(Locale.ROOT));
    }

    private static String back(String happened) {
        return "/github-servers?faces-redirect=true&did=" + happened;
    }

    /** Returns all servers by number. */
    public List<Line> getAll() {
        if (all == null) {
            all = servers.all().stream().map(Line::of).toList();
        }
        return all;
    }

    /** Returns the host name that was entered. */
    public String getName() {
        return name;
    }

    /** Sets the host name of the server to add. */
    public void setName(String name) {
        this.name = name;
    }
}
