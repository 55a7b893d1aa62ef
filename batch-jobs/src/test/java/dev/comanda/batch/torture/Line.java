package dev.comanda.batch.torture;

/**
 * What a connection is like.
 *
 * @param delayNanos how long each piece takes
 * @param mostBytesAtOnce how large a piece is at most
 * @param cutAfterBytes after so many bytes, both ways together, all connections are reset and new ones refused
 * @param silentAfterBytes after so many nothing gets through any more, and nobody is told
 */
record Line(long delayNanos, int mostBytesAtOnce, long cutAfterBytes, long silentAfterBytes) {

    private static final int AS_IT_COMES = 16 * 1024;
    private static final long NEVER = Long.MAX_VALUE;

    static Line sound() {
        return new Line(0, AS_IT_COMES, NEVER, NEVER);
    }

    static Line slow(long delayNanos) {
        return new Line(delayNanos, AS_IT_COMES, NEVER, NEVER);
    }

    static Line trickling(int mostBytesAtOnce) {
        return new Line(0, mostBytesAtOnce, NEVER, NEVER);
    }

    static Line cutAfter(long bytes) {
        return new Line(0, AS_IT_COMES, bytes, NEVER);
    }

    static Line silentAfter(long bytes) {
        return new Line(0, AS_IT_COMES, NEVER, bytes);
    }
}
