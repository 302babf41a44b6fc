package gradus;

import gradus.account.Viewer;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.course.Access;
import gradus.course.Audience;
import gradus.course.CourseStore;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.web.Found;
import gradus.web.PageZone;
import gradus.web.Rates;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.security.Roles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The check before every handler: it looks up the course or attempt named in the address, asks {@link Access} whether
 * the viewer belongs to the route's {@link Audience}, and hands on what it has looked up.
 */
final class Admission {
    private final CourseStore courses;
    private final Attempts attempts;
    private final Access access;

    Admission(CourseStore courses, Attempts attempts, Access access) {
        this.courses = courses;
        this.attempts = attempts;
        this.access = access;
    }

    void check(Context context) {
        if (context.method() == HandlerType.HEAD) {
            return; // no handler runs: HEAD gets the same answer whatever the page and whoever asks
        }
        Viewer viewer = Viewer.of(context);
        PageZone.put(context, () -> zone(context));
        switch (audience(context.routeRoles())) {
            case ANYONE, PROGRAM -> {}
            case PERSON -> Access.require(Audience.PERSON, viewer, null, null);
            case OWNER -> checkOwner(context, viewer);
            case GRADER -> checkStaff(Audience.GRADER, context, viewer);
            case INSTRUCTOR -> checkStaff(Audience.INSTRUCTOR, context, viewer);
            case STAFF -> access.requireSomewhere(Audience.STAFF, viewer);
            case TEACHER -> access.requireSomewhere(Audience.TEACHER, viewer);
        }
    }

    /** The zone of the page's course; of the first course where the page belongs to none. */
    private Optional<String> zone(Context context) {
        Attempt attempt = context.attribute(Attempt.class.getName());
        String course =
                attempt != null ? attempt.course() : context.pathParamMap().get("course");
        return course == null ? courses.firstZone() : courses.zone(course);
    }

    private void checkOwner(Context context, Viewer viewer) {
        Optional<Attempt> attempt = viewer.known() ? attempt(context.pathParam("attempt")) : Optional.empty();
        Access.require(
                Audience.OWNER, viewer, null, attempt.map(Attempt::person).orElse(null));
        attempt.ifPresent(found -> Found.put(context, Attempt.class, found));
    }

    private Optional<Attempt> attempt(String id) {
        try {
            return attempts.find(UUID.fromString(id));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    private void checkStaff(Audience audience, Context context, Viewer viewer) {
        Optional<Standing> standing =
                courses.course(context.pathParam("course")).map(course -> access.standing(viewer, course));
        Access.require(audience, viewer, standing.orElse(null), null);
        standing.ifPresent(found -> Found.put(context, Standing.class, found));
    }

    /** The audience of a route; a route must have exactly one. */
    private static Audience audience(Set<?> roles) {
        if (roles.size() == 1 && roles.iterator().next() instanceof Audience audience) {
            return audience;
        }
        throw new IllegalStateException("a route must name one audience, and not " + roles);
    }

    /** A route with its audience. */
    record Route(HandlerType method, String path, Audience audience) {}

    /** A rate of each person by themselves; who has no person yet is not counted, since a class can come from one address. */
    static Rates rate(int held, double aSecond) {
        return new Rates(held, aSecond, context -> Viewer.of(context).id());
    }

    /**
     * A rate of each address for those who have no person yet: high enough for several classes behind one address that begin at once.
     */
    static Rates rateOfStrangers(int held, double aSecond) {
        return new Rates(held, aSecond, context -> Viewer.of(context).known() ? null : context.ip());
    }

    /** Lets every request that only shows something read each thing once. */
    static void lookOnce(RoutesConfig routes, Database database) {
        routes.before(context -> {
            if (context.method() == HandlerType.GET) {
                database.beginLook();
            } else {
                database.endLook();
            }
        });
        routes.after(context -> database.endLook());
    }

    /**
     * All routes of a server.
     *
     * @throws IllegalStateException where one of them does not name its audience
     */
    static List<Route> routes(Javalin server) {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> {
                    Roles roles = endpoint.metadata(Roles.class);
                    Set<?> named = roles == null ? Set.of() : roles.getRoles();
                    try {
                        return new Route(endpoint.method, endpoint.path, audience(named));
                    } catch (IllegalStateException silent) {
                        throw new IllegalStateException(
                                endpoint.method + " " + endpoint.path + ": " + silent.getMessage());
                    }
                })
                .toList();
    }
}
