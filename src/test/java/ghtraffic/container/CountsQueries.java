package ghtraffic.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Marks a test that counts queries and is skipped if the database cannot count them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@DisabledIfSystemProperty(named = "test.database", matches = "db2-wire", disabledReason = "Only H2 counts queries")
public @interface CountsQueries {}
