package ghtraffic.messages;

import org.jspecify.annotations.Nullable;

/**
 * Reports that an input is invalid. The exception's message is English, for the API: the field's name, a colon and the
 * reason; without a field, one sentence.
 */
public class InvalidInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final @Nullable String field;
    private final transient Message what;

    /**
     * Reports an error of one field.
     *
     * @param field the field's name
     * @param what the reason, worded to follow the field's name
     */
    public InvalidInput(String field, Message what) {
        this(field, what, null);
    }

    /** Reports an error of one field that another exception revealed. */
    public InvalidInput(String field, Message what, @Nullable Throwable cause) {
        super(field + ": " + what.english(), cause);
        this.field = field;
        this.what = what;
    }

    /** Reports an error that belongs to no field. */
    public InvalidInput(Message what) {
        this(what, null);
    }

    /** Reports an error that belongs to no field and that another exception revealed. */
    public InvalidInput(Message what, @Nullable Throwable cause) {
        super(what.english(), cause);
        this.field = null;
        this.what = what;
    }

    /** Returns the field's name; null if the error belongs to no field. */
    public @Nullable String field() {
        return field;
    }

    /** Returns the reason. */
    public Message what() {
        return what;
    }
}
