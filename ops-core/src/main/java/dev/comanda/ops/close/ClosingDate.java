package dev.comanda.ops.close;

import dev.comanda.ops.jobcontrol.NightView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a date with a night stands before its sign-off.
 *
 * @param missing how many of the expected sources are not there
 * @param isPosted whether all that its night took is in the ledger
 * @param proofs of which {@code differingProofs} are not 0
 * @param openCases cases that its night opened and nothing has closed
 * @param openBefore the first date before it that is not signed off
 * @param wasReopened whether people opened it again after a sign-off: the rule leaves it to them
 * @param signOff absent where it is open
 */
public record ClosingDate(
        LocalDate businessDate,
        NightView.Status night,
        int missing,
        boolean isPosted,
        int proofs,
        int differingProofs,
        long openCases,
        @Nullable LocalDate openBefore,
        boolean wasReopened,
        @Nullable SignOff signOff) {

    /** @param by absent where the rule signed off */
    public record SignOff(Instant at, @Nullable String by) {}

    /** All that stands in the way of a sign-off; none for a date that can be signed off. */
    public List<Obstacle> obstacles() {
        if (signOff != null) {
            return List.of(new Obstacle.AlreadySignedOff());
        }
        List<Obstacle> obstacles = new ArrayList<>();
        if (night != NightView.Status.COMPLETED) {
            obstacles.add(new Obstacle.NightNotCompleted());
        }
        if (missing > 0) {
            obstacles.add(new Obstacle.Incomplete(missing));
        }
        if (!isPosted) {
            obstacles.add(new Obstacle.NotPosted());
        }
        if (differingProofs > 0) {
            obstacles.add(new Obstacle.ProofsDiffer(differingProofs, proofs));
        }
        if (openBefore != null) {
            obstacles.add(new Obstacle.EarlierDateOpen(openBefore));
        }
        return List.copyOf(obstacles);
    }
}
