package dev.comanda.ops.error;

/** Every fault the platform reports, by the name under which it is counted. */
public enum ErrorCode {
    /** Arguments or configuration that cannot be used. */
    UNUSABLE_ARGUMENT(Kind.USER_INPUT),
    /** A date before the last one published. */
    DATE_ALREADY_PASSED(Kind.CONFLICT),
    /** A run of the same work is under way, here or in another process. */
    RUN_IN_PROGRESS(Kind.CONFLICT),
    /** A thing that was asked for does not exist. */
    NOT_FOUND(Kind.NOT_FOUND),
    /** A run whose items do not add up: nothing of it is published. */
    ITEMS_UNACCOUNTED(Kind.INTERNAL),
    /** A run that ended before it was done, without saying why; started again it goes on. */
    RUN_UNFINISHED(Kind.TRANSIENT),
    /** The database could not be reached or refused its work. */
    DATABASE_UNAVAILABLE(Kind.TRANSIENT),
    /** A file that could be listed and not be read. */
    FILE_UNREADABLE(Kind.UPSTREAM),
    /** AWS Cost Explorer did not answer, or not with what was asked for. */
    COST_EXPLORER_UNAVAILABLE(Kind.UPSTREAM),
    /** As many calls that cost money as a day may have. */
    CALL_BUDGET_SPENT(Kind.TRANSIENT);

    /** How an error is treated: which status a page answers, whether a job tries again, whether anybody is woken. */
    public enum Kind {
        USER_INPUT,
        NOT_FOUND,
        CONFLICT,
        DENIED,
        TRANSIENT,
        UPSTREAM,
        DATA_QUALITY,
        INTERNAL
    }

    private final Kind kind;

    ErrorCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
