package ghtraffic.lists;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The search text and page number that the address or a form asks for: {@code q} and {@code page}. */
@RequestScoped
public class ListRequest {

    @Inject
    @ManagedProperty("#{param.q}")
    private @Nullable String search;

    @Inject
    @ManagedProperty("#{param.page}")
    private @Nullable String page;

    /** Returns the text to search for; empty for the whole list. */
    public String search() {
        return search == null ? "" : search;
    }

    /** Returns the page number, counted from 0. */
    public int number() {
        return Page.number(page);
    }
}
