package gradus.web;

import gradus.database.DiskFull;
import gradus.database.Unreachable;
import gradus.message.Message;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Error answers: a page in the reader's language, or problem JSON (RFC 9457) for scripts; never a stack trace. */
final class Errors {
    private static final Logger log = LoggerFactory.getLogger(Errors.class);
    private static final Set<Integer> KNOWN = Set.of(400, 401, 404, 405, 503);

    private Errors() {}

    static void refused(Refusal refusal, Context context) {
        if (refusal.status() == 401 && !wantsJson(context)) {
            String query = context.queryString() == null ? "" : "?" + context.queryString();
            context.redirect(signIn(context.method() == HandlerType.GET ? context.path() + query : "/"));
        } else {
            answer(context, refusal.status(), refusal.reason());
        }
    }

    private static String signIn(String back) {
        return "/sign-in?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    static void responded(HttpResponseException response, Context context) {
        if (response.getStatus() == 413) {
            Gate.drain(context);
        }
        unanswered(context.status(response.getStatus()));
    }

    /** Answers an error status that no handler has written a page for. */
    static void unanswered(Context context) {
        answer(context, context.statusCode(), words(context.statusCode(), Gate.largest(context)));
    }

    /** The message for a status when nothing else is known of a request, at most this many bytes of which would have been read. */
    static Message words(int status, long largestBody) {
        if (status == 413) {
            return Gate.tooLarge(largestBody).reason();
        }
        if (status == 500) {
            String incident = incident();
            log.error("incident {}: the request failed before a page of ours was asked", incident);
            return Message.of("web.error-500", incident);
        }
        return Message.of("web.error-" + (KNOWN.contains(status) ? status : status < 500 ? 400 : 503));
    }

    private static String incident() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** Saving stops, with clear words, until there is space again. */
    static void full(DiskFull full, Context context) {
        log.error("{} {} was refused: {}", context.method(), context.path(), full.getMessage());
        answer(context, 507, Message.of("web.error-507"));
    }

    /** The database went away in mid-request; the next ones are refused before they ask it. */
    static void unreachable(Unreachable gone, Context context) {
        log.warn("{} {} was refused: {}", context.method(), context.path(), gone.getMessage());
        answer(context, 503, Message.of("web.error-database"));
    }

    /** The client went away in mid-request; nobody reads the answer. */
    static void left(IOException gone, Context context) {
        log.debug("{} {} ended early: {}", context.method(), context.path(), gone.toString());
        context.status(400).attribute("answered", true);
    }

    static void failed(Exception failure, Context context) {
        String incident = incident();
        log.error("incident {} at {} {}", incident, context.method(), context.endpoint().path, failure);
        answer(context, 500, Message.of("web.error-500", incident));
    }

    /** Answers after a failure of the machine itself, such as memory running out: plain text in every language, since a page may fail too. */
    static void broke(HttpServletResponse response, Error failure) {
        String incident = incident();
        log.error("incident {}: the server failed", incident, failure);
        if (response.isCommitted()) {
            return;
        }
        try {
            response.reset();
            response.setStatus(500);
            response.setContentType("text/plain;charset=utf-8");
            Message said = Message.of("web.error-500", incident);
            String words = said.in(Locale.KOREAN) + "\n" + said.in(Locale.ENGLISH) + "\n";
            response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            log.warn("nobody waits for the answer any more: {}", gone.toString());
        }
    }

    private static void answer(Context context, int status, Message reason) {
        String text = reason.in(Language.of(context));
        context.status(status).attribute("answered", true);
        if (wantsJson(context)) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("type", "about:blank");
            problem.put("status", status);
            problem.put("title", text);
            context.json(problem).contentType("application/problem+json");
        } else {
            showPage(context, status, text);
        }
    }

    /** Renders the error page, or plain text if even that fails, for example without a database. */
    private static void showPage(Context context, int status, String text) {
        try {
            boolean posted = context.method() != HandlerType.GET;
            context.render("web/error", Map.of("status", status, "reason", text, "posted", posted));
        } catch (RuntimeException noPage) {
            log.warn("no page for the error {}: {}", status, noPage.toString());
            context.contentType("text/plain;charset=utf-8").result(text);
        }
    }

    static boolean wantsJson(Context context) {
        String accept = context.header("Accept");
        return context.path().startsWith("/api/")
                || context.isJson()
                || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }
}
