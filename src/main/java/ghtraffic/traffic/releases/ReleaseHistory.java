package ghtraffic.traffic.releases;

import ghtraffic.database.UtcTimestampConverter;
import ghtraffic.ranges.DateRange;
import ghtraffic.traffic.releases.ReleaseItem.Asset;
import ghtraffic.traffic.releases.ReleaseItem.Downloads;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads releases and the downloads of their files, in three statements. {@link ReleaseStore} stores them. */
@ApplicationScoped
public class ReleaseHistory {

    private static final String RELEASES = """
            select releaseid, tag, name, publishedat from releases where rid = ? order by publishedat desc, releaseid desc
            """;
    private static final String PUBLISHED = """
            select releaseid, tag, name, publishedat from releases where rid = ? and publishedat >= ? and publishedat < ?
            order by publishedat, releaseid
            """;
    private static final String ASSETS =
            "select assetid, releaseid, name from releaseassets where rid = ? order by assetid";
    private static final String DOWNLOADS =
            "select assetid, tdate, downloads from assetdownloads where rid = ? order by assetid, tdate";

    @Resource(lookup = "jdbc/traffic")
    private DataSource dataSource;

    /**
     * Returns the releases of a repository, latest first. The files of a release are in the order in which they were
     * uploaded.
     */
    @Transactional
    public List<ReleaseItem> releases(int repository) {
        try (Connection connection = dataSource.getConnection()) {
            Map<Long, List<Asset>> assets = assets(connection, repository);
            List<ReleaseItem> releases = new ArrayList<>();
            read(connection, RELEASES, repository, row -> {
                long id = row.getLong(1);
                releases.add(release(row, assets.getOrDefault(id, List.of())));
            });
            return releases;
        } catch (SQLException e) {
            throw new PersistenceException("The releases of repository " + repository + " were not read", e);
        }
    }

    /** Returns the releases that were published in the range, earliest first, without their files. */
    @Transactional
    public List<ReleaseItem> published(int repository, DateRange range) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(PUBLISHED)) {
            query.setInt(1, repository);
            query.setTimestamp(2, Timestamp.valueOf(range.from().atStartOfDay()));
            query.setTimestamp(3, Timestamp.valueOf(range.to().plusDays(1).atStartOfDay()));
            List<ReleaseItem> releases = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    releases.add(release(row, List.of()));
                }
            }
            return releases;
        } catch (SQLException e) {
            throw new PersistenceException("The releases of repository " + repository + " were not read", e);
        }
    }

    private static ReleaseItem release(ResultSet row, List<Asset> assets) throws SQLException {
        return new ReleaseItem(row.getLong(1), row.getString(2), title(row.getString(3)), publishedAt(row), assets);
    }

    private static Map<Long, List<Asset>> assets(Connection connection, int repository) throws SQLException {
        Map<Long, List<Downloads>> downloads = new HashMap<>();
        read(
                connection,
                DOWNLOADS,
                repository,
                row -> downloads
                        .computeIfAbsent(row.getLong(1), asset -> new ArrayList<>())
                        .add(new Downloads(row.getDate(2).toLocalDate(), row.getLong(3))));
        Map<Long, List<Asset>> assets = new HashMap<>();
        read(connection, ASSETS, repository, row -> {
            long id = row.getLong(1);
            assets.computeIfAbsent(row.getLong(2), release -> new ArrayList<>())
                    .add(new Asset(id, row.getString(3), downloads.getOrDefault(id, List.of())));
        });
        return assets;
    }

    private static @Nullable String title(@Nullable String name) {
        return name == null || name.isEmpty() ? null : name;
    }

    private static Instant publishedAt(ResultSet row) throws SQLException {
        return UtcTimestampConverter.instant(row.getTimestamp(4).toLocalDateTime());
    }

    private interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    private static void read(Connection connection, String sql, int repository, Reading reading) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, repository);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reading.row(row);
                }
            }
        }
    }
}
