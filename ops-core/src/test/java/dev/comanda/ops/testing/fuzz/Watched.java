package dev.comanda.ops.testing.fuzz;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads beside the test, so that a reader that never ends is a failure with its input, and no test that hangs. */
final class Watched {

    /** Far beyond what any input takes; a reader that is still busy is in a circle. */
    private static final long MOST_SECONDS = 120;

    private final Laws laws;

    Watched(Laws laws) {
        this.laws = laws;
    }

    /** One of the two is there. */
    record Result(@Nullable Reading reading, @Nullable Throwable failure) {}

    Result check(byte[] input) {
        FutureTask<Reading> reading = new FutureTask<>(() -> laws.check(input));
        Thread thread = new Thread(reading, "reader");
        thread.setDaemon(true);
        thread.start();
        try {
            return new Result(reading.get(MOST_SECONDS, TimeUnit.SECONDS), null);
        } catch (ExecutionException e) {
            return new Result(null, e.getCause());
        } catch (TimeoutException e) {
            return new Result(null, new AssertionError("the reader does not come to an end", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(null, e);
        }
    }
}
