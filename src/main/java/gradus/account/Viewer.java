package gradus.account;

import gradus.web.Refusal;
import io.javalin.http.Context;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page: a person who has signed in, a guest (a person without a password), or nobody yet.
 *
 * @param id the person's opaque id; null for nobody
 * @param name what to call them; empty for nobody and for guests who gave none
 * @param formerGuest the guest that this browser was when the person signed in, whose attempts can be offered to them
 */
public record Viewer(
        @Nullable UUID id,
        String name,
        boolean guest,
        boolean admin,
        @Nullable UUID formerGuest) {
    public static final Viewer NOBODY = new Viewer(null, "", false, false, null);
    private static final String ATTRIBUTE = "viewer";

    public static Viewer of(Context context) {
        Viewer viewer = context.attribute(ATTRIBUTE);
        return viewer == null ? NOBODY : viewer;
    }

    Viewer formerly(@Nullable UUID guest) {
        return new Viewer(id, name, this.guest, admin, guest);
    }

    void attach(Context context) {
        context.attribute(ATTRIBUTE, this);
    }

    /** Whether there is a person at all, a guest included. */
    public boolean known() {
        return id != null;
    }

    /** Whether the person has an account: known, and no guest. */
    public boolean signedIn() {
        return known() && !guest;
    }

    /**
     * The person's id.
     *
     * @throws Refusal 401 for nobody
     */
    public UUID person() {
        if (id == null) {
            throw Refusal.signInFirst();
        }
        return id;
    }

    public boolean is(UUID person) {
        return person.equals(id);
    }
}
