package gradus.attempt;

import gradus.attempt.Answers.Outcome;
import gradus.attempt.Answers.Saved;
import gradus.attempt.Answers.Typed;
import gradus.attempt.Save.Standing;
import gradus.web.Arrival;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The responses of one request on their way into an attempt that nobody else can add to meanwhile.
 *
 * <p>A response becomes the answer of its part where it was typed over the answer that stands. It is set aside, but kept, where
 * the page that sent it has sent something newer, or where another page has answered since it was typed. Sent twice, it is stored
 * once.
 */
final class Placing {
    private final ResponseStore store;
    private final Attempt attempt;
    private final Arrival arrival;
    private final boolean late;
    private final List<Outcome> outcomes = new ArrayList<>();
    /** The highest number of a response in the attempt, as far as it had to be known. */
    private long seq;

    Placing(ResponseStore store, Attempt attempt, Arrival arrival, boolean late) {
        this.store = store;
        this.attempt = attempt;
        this.arrival = arrival;
        this.late = late;
    }

    Saved done(Deadline deadline) {
        long last = outcomes.isEmpty() ? store.last(attempt.course(), attempt.id()) : seq;
        return new Saved(last, List.copyOf(outcomes), deadline);
    }

    void place(Typed typed) {
        List<Save> deciding = store.deciding(attempt.course(), attempt.id(), typed.key(), typed.client(), typed.n());
        seq = deciding.stream().mapToLong(Save::seq).max().orElse(0);
        Save current = deciding.stream()
                .filter(save -> save.standing() == Standing.TAKEN && save.key().equals(typed.key()))
                .max(Comparator.comparingLong(Save::seq))
                .orElse(null);
        List<Save> sent = sentSince(typed, deciding);
        Optional<Save> same = sent.stream()
                .filter(save -> Objects.equals(typed.n(), save.n()))
                .findFirst();
        Standing standing = same.isPresent() ? same.get().standing() : standing(typed, current, sent);
        Save save = save(typed, standing);
        if (same.isEmpty()) {
            seq++;
            if (standing == Standing.TAKEN) {
                store.add(attempt.course(), attempt.id(), List.of(save));
            } else {
                store.setAside(attempt.course(), attempt.id(), List.of(save));
            }
        }
        Save stands = same.isEmpty() && standing == Standing.TAKEN ? save : current;
        outcomes.add(new Outcome(
                typed, standing, stands == null ? 0 : stands.seq(), stands == null ? "" : stands.content()));
    }

    /** This change, where the page has sent it before, and later ones of the same page. */
    private static List<Save> sentSince(Typed typed, List<Save> saves) {
        String client = typed.client();
        Long n = typed.n();
        return client == null || n == null
                ? List.of()
                : saves.stream()
                        .filter(save -> client.equals(save.client()) && save.n() != null && save.n() >= n)
                        .toList();
    }

    private Standing standing(Typed typed, @Nullable Save current, List<Save> sent) {
        if (sent.stream().anyMatch(later -> later.key().equals(typed.key()))) {
            return Standing.OVERTAKEN;
        }
        if (current == null) {
            return Standing.TAKEN;
        }
        if (current.content().equals(typed.text())) {
            return Standing.REPEATED;
        }
        Long after = typed.after();
        boolean ownBefore = typed.client() != null && typed.client().equals(current.client());
        if (after == null || after >= current.seq() || ownBefore) {
            return Standing.TAKEN;
        }
        String base = store.content(attempt.course(), attempt.id(), after).orElse("");
        return base.equals(current.content()) ? Standing.TAKEN : Standing.SUPERSEDED;
    }

    private Save save(Typed typed, Standing standing) {
        return new Save(
                seq + 1,
                typed.key(),
                typed.text(),
                arrival.at(),
                typed.client(),
                typed.n(),
                typed.after(),
                late,
                arrival.node(),
                arrival.address(),
                standing);
    }
}
