package dev.comanda.cost.opinion.persistence;

import static dev.comanda.sql.cost.Tables.EXPLORER_ANSWER;

import dev.comanda.cost.opinion.Answers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON, one row for each question. */
public final class JooqAnswers implements Answers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;

    public JooqAnswers(DSLContext database) {
        this.database = database;
    }

    @Override
    public <T> Optional<List<T>> find(String question, Class<T> row, Instant since) {
        JavaType rows = JSON.getTypeFactory().constructCollectionType(List.class, row);
        return database.select(EXPLORER_ANSWER.ANSWER)
                .from(EXPLORER_ANSWER)
                .where(EXPLORER_ANSWER.QUESTION.eq(question))
                .and(EXPLORER_ANSWER.ANSWERED_AT.gt(since.atOffset(ZoneOffset.UTC)))
                .fetchOptional(EXPLORER_ANSWER.ANSWER)
                .map(answer -> JSON.readValue(answer.data(), rows));
    }

    @Override
    public void keep(String question, List<?> rows, Instant answeredAt) {
        JSONB answer = JSONB.valueOf(JSON.writeValueAsString(rows));
        OffsetDateTime at = answeredAt.atOffset(ZoneOffset.UTC);
        database.insertInto(EXPLORER_ANSWER)
                .values(question, answer, at)
                .onConflict(EXPLORER_ANSWER.QUESTION)
                .doUpdate()
                .set(EXPLORER_ANSWER.ANSWER, answer)
                .set(EXPLORER_ANSWER.ANSWERED_AT, at)
                .execute();
    }
}
