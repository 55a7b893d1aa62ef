package dev.comanda.cost.opinion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Cost Explorer answered, kept. */
public interface Answers {

    /** The rows of the last answer to a question; empty where none was given since the moment. */
    <T> Optional<List<T>> find(String question, Class<T> row, Instant since);

    void keep(String question, List<?> rows, Instant answeredAt);
}
