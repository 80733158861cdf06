package ghtraffic.traffic.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored note. Its time is in UTC. */
@Entity
@Table(name = "notes")
class NoteRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "noteid")
    private Integer id;

    @Column(name = "rid")
    private int repository;

    @Column(name = "tid")
    private int tenant;

    @Column(name = "tdate")
    private LocalDate day;

    @Column(name = "words")
    private String text;

    @Column(name = "link")
    private @Nullable String link;

    @Column(name = "author")
    private String author;

    @Column(name = "writtenat")
    private Instant writtenAt;

    /** For JPA. */
    protected NoteRow() {}

    NoteRow(int repository, int tenant, NoteDraft draft, String author, Instant writtenAt) {
        this.repository = repository;
        this.tenant = tenant;
        this.day = draft.day();
        this.text = draft.text();
        this.link = draft.link();
        this.author = author;
        this.writtenAt = writtenAt;
    }

    int repository() {
        return repository;
    }

    Note note() {
        return new Note(id, day, text, link, author, writtenAt, tenant);
    }
}
