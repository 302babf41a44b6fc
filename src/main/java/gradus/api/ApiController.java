package gradus.api;

import gradus.account.Viewer;
import gradus.api.OpenApi.Operation;
import gradus.course.Access;
import gradus.course.Audience;
import gradus.course.CourseStore;
import gradus.course.Role;
import gradus.course.Standing;
import gradus.message.Message;
import gradus.web.Found;
import gradus.web.Refusal;
import gradus.web.Web;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API: its operations in one list, of which its routes and its document are made, and the check of tokens before each. */
public final class ApiController {
    static final String ROOT = "/api/v1";

    private static final String COURSE = ROOT + "/courses/{course}";
    private static final String EXAM = COURSE + "/exams/{exam}";
    private static final String ATTEMPT = COURSE + "/attempts/{attempt}";
    private static final String JSON = "application/json";
    private static final Map<String, String> PAGES =
            Map.of("after", "The id after which the list goes on.", "limit", "How many, at most 500.");

    private final Tokens tokens;
    private final Access access;
    private final CourseStore courses;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Handler> handlers = new ArrayList<>();

    public ApiController(
            Tokens tokens, Access access, CourseStore courses, ApiReadController read, ApiScoreController scores) {
        this.tokens = tokens;
        this.access = access;
        this.courses = courses;
        reading(read);
        changing(scores);
    }

    private void reading(ApiReadController read) {
        get(ROOT + "/courses", null, "The courses that the token is for.", this::courses);
        get(COURSE + "/exams", Permission.EXAMS, "The exams of a course.", read::exams);
        get(EXAM, Permission.EXAMS, "An exam with its questions.", read::exam);
        get(COURSE + "/people", Permission.ROSTER, "The members of a course.", read::people);
        add(
                new Operation(
                        "GET",
                        EXAM + "/attempts",
                        Permission.ATTEMPTS,
                        "The attempts of an exam.",
                        PAGES,
                        null,
                        JSON,
                        200),
                read::attempts);
        get(
                ATTEMPT + "/responses",
                Permission.RESPONSES,
                "What was typed in an attempt, part by part.",
                read::responses);
        get(ATTEMPT + "/scores", Permission.SCORES, "The scores of an attempt, part by part.", read::scores);
        get(EXAM + "/statistics", Permission.STATISTICS, "The statistics of an exam.", read::statistics);
        add(
                new Operation(
                        "GET",
                        EXAM + "/results",
                        Permission.EXPORTS,
                        "The results of an exam as a file.",
                        Map.of(
                                "format",
                                "csv, plain, xlsx, json, canvas, moodle or blackboard.",
                                "rows",
                                "attempts, responses or students."),
                        null,
                        "*/*",
                        200),
                read::results);
    }

    private void changing(ApiScoreController scores) {
        post(
                ATTEMPT + "/scores",
                Permission.SCORES_WRITE,
                "Gives a part another score, with a reason.",
                Map.of(
                        "position",
                        "integer",
                        "variant",
                        "integer",
                        "part",
                        "string",
                        "points",
                        "number",
                        "reason",
                        "string"),
                scores::override);
        get(EXAM + "/regrades", Permission.REGRADE, "The regrades of an exam.", scores::regrades);
        add(
                new Operation(
                        "POST",
                        EXAM + "/regrades",
                        Permission.REGRADE,
                        "Works out what a question graded anew would change (kind: revision, full or drop); nothing is written.",
                        Map.of(),
                        Map.of("question", "string", "part", "string", "kind", "string", "reason", "string"),
                        JSON,
                        201),
                scores::regrade);
        get(COURSE + "/regrades/{regrade}", Permission.REGRADE, "How far a regrade has come.", scores::showRegrade);
        post(
                COURSE + "/regrades/{regrade}/state",
                Permission.REGRADE,
                "Applies a regrade that is ready, or cancels one.",
                Map.of("state", "string"),
                scores::moveRegrade);
    }

    private void get(String path, @Nullable Permission permission, String summary, Handler handler) {
        add(new Operation("GET", path, permission, summary, Map.of(), null, JSON, 200), handler);
    }

    private void post(String path, Permission permission, String summary, Map<String, String> body, Handler handler) {
        add(new Operation("POST", path, permission, summary, Map.of(), body, JSON, 200), handler);
    }

    private void add(Operation operation, Handler handler) {
        operations.add(operation);
        handlers.add(handler);
    }

    /** Its part of the site map. */
    public void routes(RoutesConfig routes) {
        routes.get("/openapi.json", this::document, Audience.ANYONE);
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            Handler handler = handlers.get(i);
            Handler checked = context -> {
                admit(context, operation.permission());
                handler.handle(context);
            };
            if (operation.method().equals("GET")) {
                routes.get(operation.path(), checked, Audience.PROGRAM);
            } else {
                routes.post(operation.path(), checked, Audience.PROGRAM);
            }
        }
    }

    /** {@code GET /openapi.json}. */
    private void document(Context context) {
        context.json(OpenApi.of(operations, Web.address(context)));
    }

    /** Lets a program in that shows a token for this; what it may not see is not there for it. */
    private void admit(Context context, @Nullable Permission permission) {
        String header = context.header("Authorization");
        String token = header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : "";
        Tokens.Bearer bearer = tokens.bearer(token).orElse(null);
        if (bearer == null) {
            context.header("WWW-Authenticate", "Bearer");
            throw Refusal.of(401, Message.of("api.no-token"));
        }
        Found.put(context, Tokens.Bearer.class, bearer);
        Found.put(context, Viewer.class, bearer.viewer());
        if (permission == null) {
            return;
        }
        if (!bearer.permissions().contains(permission)) {
            throw Refusal.of(403, Message.of("api.no-permission", permission.word()));
        }
        String course = context.pathParam("course");
        String only = bearer.course();
        Standing standing = courses.course(course)
                .filter(found -> only == null || only.equals(course))
                .map(found -> access.standing(bearer.viewer(), found))
                .filter(found -> found.atLeast(permission.isInstructors() ? Role.INSTRUCTOR : Role.GRADER))
                .orElseThrow(Refusal::notFound);
        Found.put(context, Standing.class, standing);
    }

    private void courses(Context context) {
        Tokens.Bearer bearer = Found.of(context, Tokens.Bearer.class);
        String only = bearer.course();
        context.json(Map.of(
                "courses",
                access.staffCourses(bearer.viewer()).stream()
                        .filter(held -> only == null || only.equals(held.course()))
                        .map(held -> Map.of(
                                "id", held.course(), "role", held.role().name().toLowerCase(java.util.Locale.ROOT)))
                        .toList()));
    }
}
