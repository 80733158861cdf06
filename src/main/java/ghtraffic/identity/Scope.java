package ghtraffic.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How much of its owner's rights an access token carries. Reading the traffic that he sees is part of every one. */
public enum Scope {
    /** Sees the traffic that the owner sees. */
    READ(1),
    /** Adds, removes, imports into and collects the repositories that the owner manages. */
    MANAGE(2),
    /** Administers tenants and users, and starts collections of everything, as far as the owner does. */
    ADMINISTER(4);

    private final int bit;

    Scope(int bit) {
        this.bit = bit;
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
    public static Scope parse(String word) {
        for (Scope scope : values()) {
            if (scope.word().equals(word)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("scopes: are read, manage and administer");
    }

    public static short sum(Set<Scope> scopes) {
        return (short) scopes.stream().mapToInt(scope -> scope.bit).sum();
    }

    public static Set<Scope> ofSum(int sum) {
        Set<Scope> scopes = EnumSet.of(READ);
        for (Scope scope : values()) {
            if ((sum & scope.bit) != 0) {
                scopes.add(scope);
            }
        }
        return scopes;
    }
}
