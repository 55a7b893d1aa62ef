package dev.comanda.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LanesTest {

    private static final List<Integer> THINGS = List.of(1, 2, 3, 4, 5, 6, 7);

    private final List<Integer> inTurn = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whatIsReadyFirstWaitsForWhatComesBeforeIt() {
        CountDownLatch secondIsReady = new CountDownLatch(1);

        List<String> results = new Lanes(2).inTurn(THINGS, (thing, turn) -> {
            if (thing == 1) {
                await(secondIsReady);
            } else {
                secondIsReady.countDown();
            }
            turn.await();
            inTurn.add(thing);
            return "result " + thing;
        });

        assertThat(inTurn).isEqualTo(THINGS);
        assertThat(results).hasSize(THINGS.size()).startsWith("result 1", "result 2");
    }

    @Test
    void nothingAfterAFailureHasItsTurnAndEverythingBeforeItHas() {
        CountDownLatch hasFailed = new CountDownLatch(1);

        assertThatThrownBy(() -> new Lanes(3).inTurn(THINGS, (thing, turn) -> {
                    if (thing == 3) {
                        hasFailed.countDown();
                        throw new IllegalStateException("the third");
                    }
                    await(hasFailed);
                    turn.await();
                    inTurn.add(thing);
                    return thing;
                }))
                .hasMessage("the third");

        assertThat(inTurn).containsExactly(1, 2);
    }

    @Test
    void workThatNeverAsksForItsTurnHoldsNobodyUp() {
        List<Integer> thousand = IntStream.range(0, 1_000).boxed().toList();

        assertThat(new Lanes(4).inTurn(thousand, (thing, turn) -> thing)).isEqualTo(thousand);
    }

    @Test
    void anInterruptedCallerWaitsUntilWhatWasBegunHasEnded() throws InterruptedException {
        CountDownLatch firstHasItsTurn = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                new Lanes(2).inTurn(THINGS, (thing, turn) -> {
                    turn.await();
                    firstHasItsTurn.countDown();
                    awaitBreakingOff(turn);
                    inTurn.add(thing);
                    return thing;
                });
            } catch (Lanes.BrokenOff e) {
                thrown.set(e);
            }
        });
        caller.start();
        await(firstHasItsTurn);

        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(Lanes.BrokenOff.class);
        assertThat(inTurn).containsExactly(1);
    }

    private static void awaitBreakingOff(Turn turn) {
        try {
            while (true) {
                turn.await();
                Thread.onSpinWait();
            }
        } catch (Lanes.BrokenOff e) {
            return;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
