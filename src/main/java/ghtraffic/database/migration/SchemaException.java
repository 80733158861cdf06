package ghtraffic.database.migration;

/** The schema is not what the application needs. The message tells the operator what to do and holds no secret. */
final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaException(String message) {
        super(message);
    }

    SchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
