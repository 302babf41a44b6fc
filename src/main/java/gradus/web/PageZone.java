package gradus.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/** The time zone in which a page shows its times: that of its course. */
public final class PageZone {
    private static final String NAME = "page-zone";

    private PageZone() {}

    /** Sets where the zone's name is read, should the page show any time. */
    public static void put(Context context, Supplier<Optional<String>> zone) {
        context.attribute(NAME, zone);
    }

    /** The zone of a page. */
    public static ZoneId of(Context context) {
        Supplier<Optional<String>> zone = context.attribute(NAME);
        return zone == null
                ? ZoneId.systemDefault()
                : zone.get().flatMap(PageZone::named).orElseGet(ZoneId::systemDefault);
    }

    /** The zone of this name; empty where there is none. */
    public static Optional<ZoneId> named(String name) {
        try {
            return Optional.of(ZoneId.of(name.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
