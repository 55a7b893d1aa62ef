package dev.comanda.batch.database;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells, of whatever was thrown, that the database went away or has no room, which is nobody's mistake and passes. */
public final class DatabaseFaults {

    private static final int MOST_CAUSES = 50;
    private static final int CLASS_OF_STATE = 2;

    private DatabaseFaults() {}

    /** The fault with a sentence about the database; empty where something else is the matter. */
    public static Optional<OpsException> of(Throwable failure) {
        if (failure instanceof OpsException) {
            return Optional.empty();
        }
        Throwable cause = failure;
        Optional<OpsException> fault = Optional.empty();
        // The deepest says most: above it stands who was waiting for it.
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            if (cause instanceof SQLException sql) {
                Optional<String> sentence = sentenceOf(sql);
                if (sentence.isPresent()) {
                    fault = sentence.map(text -> new OpsException(ErrorCode.DATABASE_UNAVAILABLE, text, failure));
                }
            }
            cause = cause.getCause();
        }
        return fault;
    }

    private static Optional<String> sentenceOf(SQLException sql) {
        String reason = firstLine(sql.getMessage());
        return switch (classOf(sql)) {
            case "08" ->
                Optional.of("the database cannot be reached, or broke off (%s); start again when it answers"
                        .formatted(reason));
            case "57" ->
                sql.getSQLState().startsWith("57P")
                        ? Optional.of("the database is stopping or starting (%s); start again when it answers"
                                .formatted(reason))
                        : Optional.empty();
            case "53", "58" ->
                Optional.of(
                        "the database has no room or cannot write (%s); mend that and start again".formatted(reason));
            default ->
                sql instanceof SQLTransientConnectionException
                        ? Optional.of(
                                "the database gives no connection (%s); start again when it answers".formatted(reason))
                        : Optional.empty();
        };
    }

    private static String classOf(SQLException sql) {
        @Nullable String state = sql.getSQLState();
        return state == null || state.length() < CLASS_OF_STATE ? "" : state.substring(0, CLASS_OF_STATE);
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "it does not say why"
                : message.lines().findFirst().orElse("").strip();
    }
}
