package dev.comanda.web.close;

import dev.comanda.ops.close.Obstacle;
import dev.comanda.web.look.Shown;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says why a date cannot be signed off; templates call it as {@code @obstacles}. */
@Component("obstacles")
public class ObstacleWords {

    private final MessageSource messages;
    private final Shown shown;

    ObstacleWords(MessageSource messages, Shown shown) {
        this.messages = messages;
        this.shown = shown;
    }

    /** The sentence, with its numbers. */
    public String say(Obstacle obstacle) {
        if (obstacle instanceof Obstacle.Incomplete incomplete) {
            return say(obstacle, shown.count(incomplete.count()));
        }
        if (obstacle instanceof Obstacle.ProofsDiffer proofs) {
            return say(obstacle, shown.count(proofs.count()), shown.count(proofs.all()));
        }
        if (obstacle instanceof Obstacle.EarlierDateOpen earlier) {
            return say(obstacle, shown.date(earlier.first()));
        }
        return say(obstacle, new Object[0]);
    }

    private String say(Obstacle obstacle, Object... values) {
        return messages.getMessage(
                "obstacle." + obstacle.getClass().getSimpleName(), values, LocaleContextHolder.getLocale());
    }
}
