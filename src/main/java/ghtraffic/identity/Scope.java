package ghtraffic.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The part of its owner's rights that an access token carries. Every token may read the traffic that its owner can see.
 */
public enum Scope {
    /** Reads the traffic that the owner can see. */
    READ(1),
    /** Tracks, removes and collects the repositories that the owner manages, and imports into them. */
    MANAGE(2),
    /** Administers tenants and users, and starts collections of everything, as far as the owner may. */
    ADMINISTER(4);

    private final int bit;

    Scope(int bit) {
        this.bit = bit;
    }

    /** Returns the name of the scope in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the scope with this name in the API.
     *
     * @throws IllegalArgumentException when there is no such scope, with the name of the field and a message for users
     */
    public static Scope parse(String word) {
        for (Scope scope : values()) {
            if (scope.word().equals(word)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("scopes: are read, manage and administer");
    }

    /** Returns the scopes as the sum of bits that the table stores. */
    public static short sum(Set<Scope> scopes) {
        return (short) scopes.stream().mapToInt(scope -> scope.bit).sum();
    }

    /** Returns the scopes of a stored sum. {@link #READ} is always part of them. */
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
