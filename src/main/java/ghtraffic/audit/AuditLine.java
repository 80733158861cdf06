package ghtraffic.audit;

import ghtraffic.messages.Message;
import org.jspecify.annotations.Nullable;

/**
 * An entry for people, in their language.
 *
 * @param item the entry in English
 * @param actor who
 * @param via how they came
 * @param subject what was changed
 * @param before what it was; null where there is nothing to say
 * @param after what it is now; null where there is nothing to say
 */
public record AuditLine(
        AuditItem item,
        Message actor,
        Message via,
        Message subject,
        @Nullable Message before,
        @Nullable Message after) {}
