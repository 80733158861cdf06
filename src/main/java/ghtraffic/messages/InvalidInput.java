package ghtraffic.messages;

import org.jspecify.annotations.Nullable;

/**
 * What somebody entered is wrong. In English, for the API, it is the field's name, a colon and what is wrong with it; where
 * it is about no field, a sentence.
 */
public class InvalidInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final @Nullable String field;
    private final transient Message what;

    /** About a field: its name, and what is wrong with it in words that go on after the name. */
    public InvalidInput(String field, Message what) {
        this(field, what, null);
    }

    /** The same, with what found it out. */
    public InvalidInput(String field, Message what, @Nullable Throwable cause) {
        super(field + ": " + what.english(), cause);
        this.field = field;
        this.what = what;
    }

    /** About no field. */
    public InvalidInput(Message what) {
        this(what, null);
    }

    /** About no field, with what found it out. */
    public InvalidInput(Message what, @Nullable Throwable cause) {
        super(what.english(), cause);
        this.field = null;
        this.what = what;
    }

    /** The field's name; null where it is about none. */
    public @Nullable String field() {
        return field;
    }

    /** What is wrong. */
    public Message what() {
        return what;
    }
}
