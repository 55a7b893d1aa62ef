package dev.comanda.batch.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a lake's files as another engine reads them. The bytes of the files differ from one process to the next. */
final class Lake {

    private Lake() {}

    /** Every file, hidden ones too: nothing that a night left half done may stay. */
    static List<String> rows(Path lake) throws IOException, SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement query = duckDb.prepareStatement("select cast(t as varchar) from read_parquet(?) t")) {
            for (Path file : Inbox.files(lake)) {
                rows.add("lake: " + lake.relativize(file));
                query.setString(1, file.toString());
                try (ResultSet read = query.executeQuery()) {
                    while (read.next()) {
                        rows.add("lake: " + lake.relativize(file) + " " + read.getString(1));
                    }
                }
            }
        }
        return rows;
    }
}
