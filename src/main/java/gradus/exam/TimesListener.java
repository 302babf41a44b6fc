package gradus.exam;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who wants to know when the times of an exam may have changed. */
public interface TimesListener {
    /** @param by who changed them; null where its file did */
    void changed(PublishedExam exam, @Nullable UUID by);
}
