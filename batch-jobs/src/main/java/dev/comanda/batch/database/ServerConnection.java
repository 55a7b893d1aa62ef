package dev.comanda.batch.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How the server on a port is reached. */
record ServerConnection(int port, String user, String password) {

    private static final String DATABASE = "comanda";
    private static final String MAINTENANCE_DATABASE = "postgres";

    /** 100 milliseconds each: five minutes, for a server that recovers after a crash. */
    private static final int ATTEMPTS_MAX = 3000;

    /** SQLSTATE class 57P: the server is starting up, or recovering. */
    private static final String NOT_YET = "57P";

    /** SQLSTATE class 08: nobody listens yet. */
    private static final String NO_CONNECTION = "08";

    String jdbcUrl() {
        return url(DATABASE);
    }

    /** Waits for a server that another process is starting, and makes the database if it is not there. */
    void awaitDatabase() throws IOException {
        SQLException refusal = new SQLException("not tried");
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                createDatabaseOnce();
                return;
            } catch (SQLException e) {
                refusal = e;
                String state = String.valueOf(e.getSQLState());
                if (!state.startsWith(NOT_YET) && !state.startsWith(NO_CONNECTION)) {
                    break;
                }
                Pause.ofAMoment();
            }
        }
        throw new IOException("The embedded PostgreSQL on port " + port + " refuses: " + refusal.getMessage(), refusal);
    }

    private void createDatabaseOnce() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(MAINTENANCE_DATABASE), user, password)) {
            if (!exists(connection)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create database " + DATABASE);
                }
            }
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, DATABASE);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
