package gradus.web;

import gradus.database.DiskFull;
import gradus.database.Unreachable;
import gradus.json.Json;
import gradus.message.Message;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.SameSite;
import io.javalin.json.JavalinJackson;
import io.javalin.router.InternalRouter;
import io.javalin.router.ParsedEndpoint;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/** The web configuration that all features share. */
public final class Web {
    private final Assets assets;
    private final TemplateRenderer templates;
    private final Supplier<Optional<String>> trouble;
    private final BooleanSupplier reachable;
    private final Front front;
    private volatile Function<String, Optional<String>> formsPage = path -> Optional.empty();

    /**
     * @param dev reads templates and static files from the working folder, uncached
     * @param navigation the links at the top of every page, for its viewer
     * @param trouble what keeps the database from its work, empty where it is well
     * @param reachable whether the database answered of late
     * @param front how browsers reach the server
     */
    public Web(
            boolean dev,
            Function<Context, List<Link>> navigation,
            Supplier<Optional<String>> trouble,
            BooleanSupplier reachable,
            Front front) {
        this.assets = new Assets(dev);
        this.templates = new TemplateRenderer(dev, assets, navigation);
        this.trouble = trouble;
        this.reachable = reachable;
        this.front = front;
    }

    public void configure(JavalinConfig config) {
        boolean virtualThreads = Runtime.version().feature() >= 21;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = virtualThreads;
        config.http.maxRequestSize = Gate.LARGEST_BODY;
        config.jetty.multipartConfig.maxTotalRequestSize(Gate.LARGEST_BODY, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize((int) Gate.LARGEST_BODY, SizeUnit.BYTES);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new BareErrors());
            SlowSenders.guard(server);
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            // Jetty would write the beginning of a header in the large or small letters of an earlier request on the
            // connection, which behind a proxy may be somebody else's
            http.setHeaderCacheSize(0);
            http.addCustomizer(front.customizer());
        });
        config.jsonMapper(new JavalinJackson(Json.mapper(), virtualThreads));
        config.fileRenderer(templates);
        config.router.javaLangErrorHandler(Errors::broke);
        config.routes.before(context -> context.attribute(Visit.FRONT, front));
        config.routes.before(Gate::headers);
        config.routes.before(this::refuseWhileUnreachable);
        config.routes.before(Gate::body);
        config.routes.before(Gate::forgery);
        new PagesAtOnce().configure(config.routes);
        config.routes.after(Web::sayCharset);
        config.routes.after(this::lead);
        config.routes.exception(Refusal.class, this::refused);
        config.routes.exception(EofException.class, Errors::left);
        config.routes.exception(ClosedChannelException.class, Errors::left);
        config.routes.exception(DiskFull.class, Errors::full);
        config.routes.exception(Unreachable.class, Errors::unreachable);
        config.routes.exception(HttpResponseException.class, this::responded);
        config.routes.exception(Exception.class, Errors::failed);
        config.routes.error(404, context -> {
            if (context.attribute("answered") == null) {
                Errors.unanswered(context);
            }
        });
    }

    private void refused(Refusal refusal, Context context) {
        if (refusal.status() != 404 || !leadsBack(context)) {
            Errors.refused(refusal, context);
        }
    }

    private void responded(HttpResponseException response, Context context) {
        if (response.getStatus() != 404 || !leadsBack(context)) {
            Errors.responded(response, context);
        }
    }

    /** An address to which only forms are sent, asked for as reloading or choosing a language does, leads back to the form's page. */
    private boolean leadsBack(Context context) {
        Optional<String> page = context.method() == HandlerType.GET && !Errors.wantsJson(context)
                ? formsPage.apply(context.path())
                : Optional.empty();
        page.ifPresent(context::redirect);
        return page.isPresent();
    }

    /** Learns which addresses forms are sent to; the page of such a form is the nearest one above. */
    void know(Javalin server) {
        InternalRouter router = server.unsafe.internalRouter;
        formsPage = path -> {
            ParsedEndpoint form = router.findFirstHttpHandlerEntry(HandlerType.POST, path);
            ParsedEndpoint page = router.findFirstHttpHandlerEntry(HandlerType.GET, path);
            if (form == null || (page != null && page.endpoint.path.equals(form.endpoint.path))) {
                return Optional.empty();
            }
            String above = path;
            do {
                above = above.substring(0, Math.max(1, above.lastIndexOf('/')));
            } while (!above.equals("/") && !router.hasHttpHandlerEntry(HandlerType.GET, above));
            return Optional.of(above);
        };
    }

    /** Whoever would wait for a database that does not answer keeps a thread from those who need none. */
    private void refuseWhileUnreachable(Context context) {
        if (!reachable.getAsBoolean() && !isForAll(context)) {
            throw Refusal.of(503, Message.of("web.error-database"));
        }
    }

    /** Whether an address is answered alike for everybody, without the database. */
    public static boolean isForAll(Context context) {
        return context.path().startsWith("/static/")
                || context.path().equals("/healthz")
                || context.path().equals("/metrics");
    }

    /** Where a browser is led, by the address that it uses. */
    private void lead(Context context) {
        String location = context.res().getHeader("Location");
        if (location != null) {
            context.header("Location", front.pathForBrowsers(location));
        }
    }

    private static void sayCharset(Context context) {
        if ("text/html".equals(context.res().getContentType())) {
            context.contentType("text/html;charset=utf-8");
        }
    }

    /** {@code GET /static/<name>}. */
    public void asset(Context context) {
        assets.show(context);
    }

    /** {@code GET /healthz}. */
    public void health(Context context) {
        Optional<String> known = trouble.get();
        context.status(known.isEmpty() ? 200 : 503).json(Map.of("status", known.orElse("ok")));
    }

    /** {@code GET /session}: the current form token, for a page that was open during a new sign-in. */
    public void session(Context context) {
        context.json(Map.of("csrf", Visit.csrf(context)));
    }

    /** {@code POST /language}: keeps the choice for a year and goes back to the page. */
    public void chooseLanguage(Context context) {
        Locale language = Language.spoken(context.formParam("language"));
        if (language == null) {
            throw Refusal.badRequest(Message.of("web.error-400"));
        }
        int year = 365 * 24 * 60 * 60;
        context.cookie(new Cookie(Language.COOKIE, language.getLanguage(), "/", year, false, true, null, SameSite.LAX));
        context.redirect(local(context.formParam("back")));
    }

    /**
     * The address of this server for links that are handed on: the configured one, or else the one on which this very
     * connection came in; never what a request says of itself, which anybody can write.
     */
    public static String address(Context context) {
        String host = context.req().getLocalAddr().replaceAll("[\\[\\]]", "");
        boolean here = new InetSocketAddress(host, 0).getAddress().isLoopbackAddress();
        String named = here ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return Visit.front(context)
                .address("http://" + named + ":" + context.req().getLocalPort());
    }

    /** A path on this server to go back to; the home page if the given one leads elsewhere. */
    public static String local(@Nullable String path) {
        if (path == null || !path.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?")) {
            return "/";
        }
        return path;
    }
}
