package dev.comanda.web.look;

import java.util.List;

/** A page of a list; one row more than shown is asked for, to know whether there is a next page. */
public record Paging<T>(List<T> rows, int number, boolean hasNext) {

    /** Rows on a page. */
    public static final int SIZE = 50;

    private static final int NUMBER_MAX = 10_000;

    /** Reads one page; numbers out of range become the nearest one. */
    public static <T> Paging<T> read(int number, Rows<T> rows) {
        int page = Math.max(1, Math.min(number, NUMBER_MAX));
        List<T> read = rows.read((page - 1) * SIZE, SIZE + 1);
        return new Paging<>(read.subList(0, Math.min(SIZE, read.size())), page, read.size() > SIZE);
    }

    /** What reads the rows. */
    public interface Rows<T> {
        List<T> read(int offset, int limit);
    }
}
