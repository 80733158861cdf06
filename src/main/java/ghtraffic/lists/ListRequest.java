package ghtraffic.lists;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Which part of a searched list the address or a form asks for: {@code q} and {@code page}. */
@RequestScoped
public class ListRequest {

    @Inject
    @ManagedProperty("#{param.q}")
    private @Nullable String search;

    @Inject
    @ManagedProperty("#{param.page}")
    private @Nullable String page;

    /** What is looked for; empty for all. */
    public String search() {
        return search == null ? "" : search;
    }

    /** The number of the page, from 0. */
    public int number() {
        return Page.number(page);
    }
}
