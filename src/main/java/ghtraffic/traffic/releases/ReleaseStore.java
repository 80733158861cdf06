package ghtraffic.traffic.releases;

import ghtraffic.catalog.HistoryDeleted;
import ghtraffic.database.ByteLimit;
import ghtraffic.database.InsertBatch;
import ghtraffic.database.UtcTimestampConverter;
import ghtraffic.ranges.FutureDaysRemoved;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stores releases and the downloads of their files. Releases that GitHub no longer lists are kept.
 * {@link ReleaseHistory} reads them.
 */
@ApplicationScoped
public class ReleaseStore {

    private static final int LONGEST = 1_000;
    private static final String NEWEST = """
            select d.assetid, d.downloads, d.tdate from assetdownloads d where d.rid = ? and d.tdate =
              (select max(o.tdate) from assetdownloads o where o.rid = d.rid and o.assetid = d.assetid)
            """;

    private record Count(long downloads, LocalDate day) {}

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    /**
     * Stores the releases of a day: new releases and files, changed titles, and higher counts. A count that did not
     * grow gets no new row.
     */
    @Transactional
    public void store(int repository, LocalDate day, List<ReleaseNumbers> releases) {
        try (Connection connection = dataSource.getConnection()) {
            Map<Long, String> known =
                    texts(connection, "select releaseid, name from releases where rid = ?", repository);
            Map<Long, String> files =
                    texts(connection, "select assetid, name from releaseassets where rid = ?", repository);
            Map<Long, Count> counts = counts(connection, repository);
            try (InsertBatch added = new InsertBatch(
                            connection,
                            "insert into releases (tag, name, publishedat, rid, releaseid) values (?, ?, ?, ?, ?)");
                    InsertBatch changed = new InsertBatch(
                            connection,
                            "update releases set tag = ?, name = ?, publishedat = ? where rid = ? and releaseid = ?");
                    InsertBatch newFiles = new InsertBatch(
                            connection,
                            "insert into releaseassets (releaseid, name, rid, assetid) values (?, ?, ?, ?)");
                    InsertBatch newCounts = new InsertBatch(
                            connection,
                            "insert into assetdownloads (downloads, rid, assetid, tdate) values (?, ?, ?, ?)");
                    InsertBatch sameDay = new InsertBatch(
                            connection,
                            "update assetdownloads set downloads = ? where rid = ? and assetid = ? and tdate = ?")) {
                for (ReleaseNumbers release : releases) {
                    InsertBatch target = known.containsKey(release.id()) ? changed : added;
                    if (target == added || !shortened(release.name()).equals(known.get(release.id()))) {
                        target.add(
                                ByteLimit.cut(release.tag(), LONGEST),
                                shortened(release.name()),
                                Timestamp.valueOf(UtcTimestampConverter.utc(release.publishedAt())),
                                repository,
                                release.id());
                    }
                    for (ReleaseNumbers.AssetNumbers asset : release.assets()) {
                        if (!files.containsKey(asset.id())) {
                            newFiles.add(release.id(), ByteLimit.cut(asset.name(), LONGEST), repository, asset.id());
                        }
                        Count last = counts.get(asset.id());
                        if (last == null || last.downloads() < asset.downloads()) {
                            InsertBatch count = last != null && last.day().equals(day) ? sameDay : newCounts;
                            count.add(asset.downloads(), repository, asset.id(), Date.valueOf(day));
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException("The releases of repository " + repository + " were not stored", e);
        }
    }

    private static String shortened(@Nullable String name) {
        return name == null ? "" : ByteLimit.cut(name, LONGEST);
    }

    private static Map<Long, String> texts(Connection connection, String sql, int repository) throws SQLException {
        Map<Long, String> texts = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, repository);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String text = row.getString(2);
                    texts.put(row.getLong(1), text == null ? "" : text);
                }
            }
        }
        return texts;
    }

    private static Map<Long, Count> counts(Connection connection, int repository) throws SQLException {
        Map<Long, Count> counts = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(NEWEST)) {
            query.setInt(1, repository);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    counts.put(
                            row.getLong(1),
                            new Count(row.getLong(2), row.getDate(3).toLocalDate()));
                }
            }
        }
        return counts;
    }

    void forget(@Observes FutureDaysRemoved removed) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from assetdownloads where rid = ? and tdate > ?")) {
            delete.setInt(1, removed.repository());
            delete.setDate(2, Date.valueOf(removed.today()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("The downloads were not deleted", e);
        }
    }

    void forget(@Observes HistoryDeleted deleted) {
        try (Connection connection = dataSource.getConnection()) {
            for (String table : List.of("assetdownloads", "releaseassets", "releases")) {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + " where rid = ?")) {
                    delete.setInt(1, deleted.repository());
                    delete.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException("The releases were not deleted", e);
        }
    }
}
