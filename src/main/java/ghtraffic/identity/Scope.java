package ghtraffic.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How much of its owner's rights an access token carries. Reading the traffic that he sees is part of every one. */
public enum Scope {
    /** Sees the traffic that the owner sees. */
    READ(1, "Read traffic"),
    /** Adds, removes, imports into and collects the repositories that the owner manages. */
    MANAGE(2, "Manage repositories"),
    /** Administers tenants and users, and starts collections of everything, as far as the owner does. */
    ADMINISTER(4, "Administer");

    private final int bit;
    private final String title;

    Scope(int bit, String title) {
        this.bit = bit;
        this.title = title;
    }

    /** The scope in words. */
    public String title() {
        return title;
    }

    /** The scope in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The scope of this word.
     *
     * @throws IllegalArgumentException when it is none, with the field's name and a message for people
     */
    static Scope parse(String word) {
        for (Scope scope : values()) {
            if (scope.word().equals(word)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("scopes: are read, manage and administer");
    }

    static short sum(Set<Scope> scopes) {
        return (short) scopes.stream().mapToInt(scope -> scope.bit).sum();
    }

    static Set<Scope> ofSum(int sum) {
        Set<Scope> scopes = EnumSet.of(READ);
        for (Scope scope : values()) {
            if ((sum & scope.bit) != 0) {
                scopes.add(scope);
            }
        }
        return scopes;
    }
}
