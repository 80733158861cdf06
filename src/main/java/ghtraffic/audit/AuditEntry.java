package ghtraffic.audit;

import ghtraffic.database.ByteLimit;
import ghtraffic.messages.Message;
import ghtraffic.messages.MessageJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of the audit log. */
@Entity
@Table(name = "auditlog")
class AuditEntry {

    private static final int LONGEST_ACTOR = 100;
    private static final int LONGEST_VIA = 300;
    private static final int LONGEST_SUBJECT = 600;
    private static final int LONGEST_SUBJECT_MESSAGE = 700;
    private static final int LONGEST_VALUE = 2_000;
    private static final int LONGEST_VALUE_MESSAGE = 800;

    /** What stands in entries of earlier versions, which had no messages. */
    private static final String SENTENCES = "audit browser Role Schedule Scope";

    /** Actions of those before and after which stands what somebody wrote, which might read like a sentence of ours. */
    private static final Set<String> WRITTEN_BY_PEOPLE =
            Set.of("user.invite", "user.rename", "note.write", "note.remove", "discovery.rules");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "auditid")
    private Integer id;

    @Column(name = "happenedat")
    private Instant happenedAt;

    @Column(name = "actor")
    private String actor;

    @Column(name = "actordata")
    private @Nullable String actorMessage;

    @Column(name = "via")
    private String via;

    @Column(name = "viadata")
    private @Nullable String viaMessage;

    @Column(name = "address")
    private String address;

    @Column(name = "deed")
    private String deed;

    @Column(name = "about")
    private String about;

    @Column(name = "aboutdata")
    private @Nullable String aboutMessage;

    @Column(name = "beforehand")
    private @Nullable String before;

    @Column(name = "beforedata")
    private @Nullable String beforeMessage;

    @Column(name = "afterwards")
    private @Nullable String after;

    @Column(name = "afterdata")
    private @Nullable String afterMessage;

    /** For JPA. */
    protected AuditEntry() {}

    AuditEntry(Instant happenedAt, Actor author, String deed, Message about) {
        this.happenedAt = happenedAt;
        this.actor = author.name().english();
        this.actorMessage = data(author.name(), LONGEST_ACTOR);
        this.via = author.via().english();
        this.viaMessage = MessageJson.write(author.via(), LONGEST_VIA);
        this.address = author.address();
        this.deed = deed;
        this.about = ByteLimit.cut(about.english(), LONGEST_SUBJECT);
        this.aboutMessage = data(about, LONGEST_SUBJECT_MESSAGE);
    }

    void changed(@Nullable Message from, @Nullable Message to) {
        before = from == null ? null : ByteLimit.cut(from.english(), LONGEST_VALUE);
        beforeMessage = from == null ? null : data(from, LONGEST_VALUE_MESSAGE);
        after = to == null ? null : ByteLimit.cut(to.english(), LONGEST_VALUE);
        afterMessage = to == null ? null : data(to, LONGEST_VALUE_MESSAGE);
    }

    /** A plain text stands in its own column and needs no message. */
    private static @Nullable String data(Message message, int most) {
        return message.isPlain() ? null : MessageJson.write(message, most);
    }

    AuditItem item() {
        return new AuditItem(id, happenedAt, actor, via, address, deed, about, before, after);
    }

    AuditLine line() {
        return new AuditLine(
                item(),
                message(actorMessage, "via", actor),
                message(viaMessage, "via", via),
                message(aboutMessage, SENTENCES, about),
                before == null ? null : value(beforeMessage, before),
                after == null ? null : value(afterMessage, after));
    }

    private Message value(@Nullable String message, String english) {
        return WRITTEN_BY_PEOPLE.contains(deed) ? Message.plain(english) : message(message, SENTENCES, english);
    }

    /** Every entry has said by a message how its author came since entries have messages; the texts beside it are plain. */
    private Message message(@Nullable String message, String about, String english) {
        return viaMessage == null
                ? Message.said(about, english)
                : MessageJson.read(message).orElseGet(() -> Message.plain(english));
    }
}
