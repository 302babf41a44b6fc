package gradus.course;

/** Told when staff have changed what the roster says of members who were there before, since their limits may hang on it. */
public interface RosterListener {
    void changed(String course);
}
