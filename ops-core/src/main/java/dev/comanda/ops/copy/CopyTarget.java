package dev.comanda.ops.copy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * A table to which rows are copied. Rows gather in a buffer that is sent whenever it is full, each time as a COPY of its own,
 * so that one connection can fill several tables side by side; or all of them as one COPY, so that the database works while the next
 * rows are made, and the connection is busy until the last was sent. A row is written column by column and ended by {@link #end}.
 */
public final class CopyTarget implements AutoCloseable {

    private static final int BUFFER_CHARACTERS = 1 << 19;

    private final CopyManager copies;
    private final String statement;
    private final boolean isOneCopy;
    private @Nullable CopyIn copying;
    private final StringBuilder buffer = new StringBuilder(BUFFER_CHARACTERS + (1 << 16));
    private boolean rowBegun;
    private long rows;

    /**
     * @param copies the copy API of the connection whose transaction the rows belong to
     * @param tableAndColumns the table and its columns in parentheses; a constant of the program, never input
     */
    public CopyTarget(CopyManager copies, String tableAndColumns) {
        this(copies, tableAndColumns, false);
    }

    private CopyTarget(CopyManager copies, String tableAndColumns, boolean isOneCopy) {
        this.copies = copies;
        this.statement = "copy " + tableAndColumns + " from stdin";
        this.isOneCopy = isOneCopy;
    }

    /** One COPY of all rows: nothing else can be asked of the connection before {@link #flush} or {@link #close}. */
    public static CopyTarget inOneCopy(CopyManager copies, String tableAndColumns) {
        return new CopyTarget(copies, tableAndColumns, true);
    }

    public CopyTarget add(@Nullable String value) {
        separate();
        if (value == null) {
            buffer.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    public CopyTarget add(long value) {
        separate();
        buffer.append(value);
        return this;
    }

    public CopyTarget add(@Nullable BigDecimal value) {
        return addPlain(value == null ? null : value.toPlainString());
    }

    public CopyTarget add(@Nullable Instant value) {
        return addPlain(value);
    }

    public CopyTarget add(@Nullable LocalDate value) {
        return addPlain(value);
    }

    public CopyTarget add(UUID value) {
        return addPlain(value);
    }

    public CopyTarget add(@Nullable Integer value) {
        return addPlain(value);
    }

    public CopyTarget add(@Nullable Long value) {
        return addPlain(value);
    }

    public CopyTarget add(@Nullable Enum<?> value) {
        return addPlain(value == null ? null : value.name());
    }

    public CopyTarget add(boolean value) {
        return addPlain(value ? "t" : "f");
    }

    public CopyTarget add(byte[] bytes) {
        separate();
        buffer.append("\\\\x");
        for (byte each : bytes) {
            buffer.append(Character.forDigit((each >> 4) & 0xf, 16)).append(Character.forDigit(each & 0xf, 16));
        }
        return this;
    }

    /** Ends the row. */
    public void end() {
        buffer.append('\n');
        rowBegun = false;
        rows++;
        if (buffer.length() >= BUFFER_CHARACTERS) {
            send();
        }
    }

    /** Sends what is left; to be called once all rows are there. */
    public void flush() {
        send();
        CopyIn begun = copying;
        if (begun != null) {
            copying = null;
            try {
                begun.endCopy();
            } catch (SQLException e) {
                throw refused(e);
            }
        }
    }

    private void send() {
        if (buffer.isEmpty()) {
            return;
        }
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            if (isOneCopy) {
                begun().writeToCopy(bytes, 0, bytes.length);
            } else {
                copies.copyIn(statement, new ByteArrayInputStream(bytes));
            }
        } catch (SQLException e) {
            throw refused(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the database could not be sent rows: " + statement, e);
        }
    }

    /** Gives up what was begun and not ended by {@link #flush}, so that the connection can be asked again. */
    @Override
    public void close() {
        CopyIn begun = copying;
        if (begun != null) {
            copying = null;
            try {
                begun.cancelCopy();
            } catch (SQLException e) {
                throw refused(e);
            }
        }
    }

    private CopyIn begun() throws SQLException {
        CopyIn begun = copying;
        if (begun == null) {
            begun = copies.copyIn(statement);
            copying = begun;
        }
        return begun;
    }

    private DataAccessException refused(SQLException e) {
        return new DataAccessException("the database refused rows: " + statement, e);
    }

    public long rows() {
        return rows;
    }

    private CopyTarget addPlain(@Nullable Object value) {
        separate();
        buffer.append(value == null ? "\\N" : value.toString());
        return this;
    }

    private static boolean isEscaped(char character) {
        return character == '\\' || character == '\t' || character == '\n' || character == '\r';
    }

    private void separate() {
        if (rowBegun) {
            buffer.append('\t');
        }
        rowBegun = true;
    }

    private void escape(String value) {
        int plain = 0;
        while (plain < value.length() && !isEscaped(value.charAt(plain))) {
            plain++;
        }
        buffer.append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(character);
            }
        }
    }
}
