package gradus.attempt;

import gradus.database.Database;
import java.util.List;

/** Everything that was ever saved in an attempt, whatever became of it. */
public final class History {
    private final ResponseStore responses;

    public History(Database database) {
        this.responses = database.store(ResponseStore.class);
    }

    /** Every save, in the order in which the server took them. */
    public List<Save> saves(Attempt attempt) {
        return responses.history(attempt.course(), attempt.id());
    }
}
