package gradus;

import static gradus.course.Audience.ANYONE;
import static gradus.course.Audience.INSTRUCTOR;
import static gradus.course.Audience.PERSON;

import gradus.account.Accounts;
import gradus.course.ImportController;
import gradus.course.JoinController;
import gradus.course.RosterController;
import gradus.course.RosterListener;
import gradus.course.ZoneController;
import gradus.database.Database;
import io.javalin.config.RoutesConfig;
import java.time.Clock;

/** Who is in a course, how they come in and what its staff keep about it, with their part of the site map. */
final class Enrolling {
    private final RosterController roster;
    private final ImportController imports;
    private final JoinController join;
    private final ZoneController zones;

    Enrolling(Database database, Accounts accounts, Clock clock, RosterListener listener) {
        roster = new RosterController(database, accounts, clock, listener);
        imports = new ImportController(database, clock, listener);
        join = new JoinController(database, clock, listener);
        zones = new ZoneController(database);
    }

    void routes(RoutesConfig routes) {
        routes.post("/courses/{course}/zone", zones::change, INSTRUCTOR);
        routes.get("/join", join::form, ANYONE);
        routes.post("/join", join::join, PERSON);
        routes.get("/courses/{course}/people", roster::roster, INSTRUCTOR);
        routes.post("/courses/{course}/people", roster::add, INSTRUCTOR);
        routes.post("/courses/{course}/people/import", imports::preview, INSTRUCTOR);
        routes.post("/courses/{course}/people/import/confirmation", imports::confirm, INSTRUCTOR);
        routes.post("/courses/{course}/people/codes", roster::codes, INSTRUCTOR);
        routes.post("/courses/{course}/people/class-code", roster::classCode, INSTRUCTOR);
        routes.post("/courses/{course}/people/invitations", roster::invite, INSTRUCTOR);
        routes.get("/courses/{course}/people/{person}", roster::member, INSTRUCTOR);
        routes.post("/courses/{course}/people/{person}", roster::describe, INSTRUCTOR);
        routes.post("/courses/{course}/people/{person}/role", roster::changeRole, INSTRUCTOR);
        routes.post("/courses/{course}/people/{person}/confirmation", roster::confirm, INSTRUCTOR);
        routes.post("/courses/{course}/people/{person}/reset", roster::reset, INSTRUCTOR);
        routes.post("/courses/{course}/people/{person}/removal", roster::remove, INSTRUCTOR);
    }
}
