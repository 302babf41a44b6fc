package gradus.web;

import gradus.database.Database;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * What the server counts of itself, in the text form that Prometheus reads: how long requests took by route and status, the
 * connections to the database, memory, threads and pauses. Nothing in it tells of a person or an exam.
 */
public final class Metrics implements AutoCloseable {
    private static final Duration[] STEPS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics pauses = new JvmGcMetrics();
    private final Front front;

    /**
     * Counts from now on.
     *
     * @param front knows who may see the figures
     */
    public Metrics(Front front, Database database) {
        this.front = front;
        database.measure(registry);
        pauses.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("gradus.database.well", () -> database.trouble().isEmpty() ? 1 : 0)
                .description("1 while the database answers and has room on its disk, else 0")
                .register(registry);
    }

    /** Times every request from its headers to its answer, the wait for a thread and for its turn included. */
    public void configure(RoutesConfig routes) {
        routes.after(context -> {
            long came = ServletContextRequest.getServletContextRequest(context.req())
                    .getHeadersNanoTime();
            // an address or a method that nobody serves is the client's own text, of which there is no end
            Endpoint route = context.endpoints().matchedHttpEndpoint();
            Timer.builder("http.server.requests")
                    .description("From the headers of a request to its answer")
                    .tag("method", route == null ? "other" : route.method.name())
                    .tag("uri", route == null ? "none" : route.path)
                    .tag("status", String.valueOf(context.statusCode()))
                    .serviceLevelObjectives(STEPS)
                    .register(registry)
                    .record(Duration.ofNanos(System.nanoTime() - came));
        });
    }

    /** {@code GET /metrics}: not found for whoever may not see it. */
    public void show(Context context) {
        if (!front.isWatcher(context)) {
            throw Refusal.notFound();
        }
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    @Override
    public void close() {
        pauses.close();
        registry.close();
    }
}
