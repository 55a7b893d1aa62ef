package dev.comanda.batch.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Works on several things at once and lets each wait for its {@link Turn}, which come in the order of the things, whichever is ready
 * first. What is done in turn is done as if there were one lane alone.
 */
final class Lanes {

    private final int lanes;

    /** @param lanes how many things are worked on at once */
    Lanes(int lanes) {
        this.lanes = lanes;
    }

    /** Ends work whose turn will not come, because something before it failed or the whole was interrupted. */
    static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenOff() {
            super("it was interrupted before its turn came; start it again");
        }
    }

    /** What is done with a thing. */
    @FunctionalInterface
    interface Work<T, R> {
        R of(T thing, Turn turn);
    }

    /**
     * Works on all things, or on those before the first that fails: that one's exception is thrown once all lanes have ended.
     *
     * @return what came of each, in their order
     */
    <T, R> List<R> inTurn(List<T> things, Work<T, R> work) {
        Order order = new Order();
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<R>> begun = new ArrayList<>(things.size());
            for (int i = 0; i < things.size(); i++) {
                int place = i;
                begun.add(threads.submit(() -> one(things.get(place), place, order, work)));
            }
            List<R> results = new ArrayList<>(things.size());
            for (Future<R> each : begun) {
                results.add(resultOf(each, order));
            }
            return results;
        } finally {
            end(threads);
        }
    }

    /** Without interrupting them: that would close a file that is being read, and look as if the file broke off. */
    private static void end(ExecutorService threads) {
        threads.shutdown();
        boolean isInterrupted = false;
        boolean hasEnded = false;
        while (!hasEnded) {
            try {
                hasEnded = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T, R> R one(T thing, int place, Order order, Work<T, R> work) {
        order.refuseIfBrokenOff();
        try {
            R result = work.of(thing, () -> order.await(place));
            order.await(place);
            order.pass();
            return result;
        } catch (RuntimeException | Error e) {
            order.awaitToFail(place);
            throw e;
        }
    }

    private static <R> R resultOf(Future<R> begun, Order order) {
        try {
            return begun.get();
        } catch (InterruptedException e) {
            order.breakOff();
            Thread.currentThread().interrupt();
            throw new BrokenOff();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whose turn it is. */
    private static final class Order {

        private int current;
        private boolean isBrokenOff;

        synchronized void await(int place) {
            boolean isInterrupted = false;
            while (current != place && !isBrokenOff) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
            refuseIfBrokenOff();
        }

        /** What was not begun when another failed is not begun any more: making it ready could take hours. */
        synchronized void refuseIfBrokenOff() {
            if (isBrokenOff) {
                throw new BrokenOff();
            }
        }

        synchronized void pass() {
            current++;
            notifyAll();
        }

        synchronized void breakOff() {
            isBrokenOff = true;
            notifyAll();
        }

        /** A failure has its turn too: what comes before it goes on as if it had not happened yet. */
        synchronized void awaitToFail(int place) {
            try {
                await(place);
            } catch (BrokenOff e) {
                return;
            }
            breakOff();
        }
    }
}
