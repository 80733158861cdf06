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
 * @param before the value before the change; null if the entry has none
 * @param after the value after the change; null if the entry has none
 */
public record AuditLine(
        AuditItem item,
        Message actor,
        Message via,
        Message subject,
        @Nullable Message before,
        @Nullable Message after) {}
