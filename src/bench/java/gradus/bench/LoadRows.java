package gradus.bench;

import gradus.ServerProcess;
import gradus.bench.Bench.Row;
import gradus.bench.Load.Answers;
import gradus.database.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How much the server does for whole classes, on its own H2 file and on PostgreSQL and with the JVM's usual settings: against
 * {@link BareServer} where there is a ceiling, else the slowest of a hundred answers against the median of a quiet server.
 */
final class LoadRows {
    private static final String PRACTICE = "/courses/deep-learning/exams/deep-learning-practice";
    private static final String FINAL = "/courses/deep-learning/exams/deep-learning-final";
    private static final int CONNECTIONS = 64;
    private static final int CLASS = 2_000;
    private static final Duration WARM = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final Duration RUSH = Duration.ofSeconds(10);
    private static final Duration TURNS = Duration.ofMillis(200);

    private LoadRows() {}

    static List<Row> measure() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (boolean postgres : new boolean[] {false, true}) {
            for (Row row : on(postgres)) {
                rows.add(new Row(
                        (postgres ? "PostgreSQL: " : "H2: ") + row.what(),
                        row.floor(),
                        row.ours(),
                        row.unit(),
                        row.toReach()));
            }
        }
        return rows;
    }

    private static List<Row> on(boolean postgres) throws IOException {
        Path folder = Files.createTempDirectory("gradus-load");
        List<String> serve = new ArrayList<>(List.of("serve", "--port", "0", "--warm-up", "--data"));
        serve.add(folder.resolve("data").toString());
        if (postgres) {
            serve.addAll(List.of("--database", database()));
        }
        try (ServerProcess server = ServerProcess.startAsUsersDo("gradus.Gradus", serve.toArray(String[]::new))) {
            Load load = new Load();
            awaitReady(load, server.address());
            List<Row> rows = new ArrayList<>(rush(load, server.address()));
            String bare = postgres ? database() : folder.resolve("bare").toString();
            rows.addAll(steady(load, server.address(), folder, bare));
            return rows;
        }
    }

    /** An empty database that waits for its disk as PostgreSQL does by itself, and as tests do not. */
    private static String database() {
        return TestPostgres.emptyDatabase() + "&options=-c%20synchronous_commit%3Don";
    }

    /** A class that comes to a server which has just started and practised: signs up, begins, submits, looks at the results. */
    private static List<Row> rush(Load load, String address) {
        List<Row> rows = new ArrayList<>();
        List<Student> students = students(load, address, CLASS);
        Student sitting = new Student(load.client, address);
        signUp(sitting, "sitting")
                .thenCompose(account -> sitting.get(FINAL))
                .thenCompose(card -> sitting.start(FINAL))
                .join();
        double quiet = quiet(load, sitting);
        List<Long> meanwhile = new ArrayList<>();
        CompletableFuture<Answers> signing = CompletableFuture.supplyAsync(() -> load.arrivals(
                CLASS,
                RUSH,
                who -> signUp(students.get(who), "load" + who),
                status -> status == 302));
        while (!signing.isDone()) {
            long asked = System.nanoTime();
            load.client
                    .sendAsync(sitting.page(), HttpResponse.BodyHandlers.ofString())
                    .join();
            meanwhile.add(System.nanoTime() - asked);
            pause();
        }
        Answers signed = signing.join();
        rows.add(crowd("a sitting student's page while 2,000 sign up within 10 s", quiet, new Answers(meanwhile, 0, RUSH)));
        rows.add(crowd("2,000 sign up within 10 s, each to the answer", quiet, signed));
        // signing up has changed the session, and with it the token that a form must bear: the card of the exam has the new one
        Answers started = load.arrivals(
                CLASS,
                RUSH,
                who -> students.get(who)
                        .get(FINAL)
                        .thenCompose(card -> students.get(who).start(FINAL)),
                status -> status == 200);
        rows.add(crowd("2,000 begin an exam within 10 s, from its card to its first question", quiet, started));
        rows.add(crowd(
                "2,000 submit within 10 s",
                quiet,
                load.arrivals(CLASS, RUSH, who -> students.get(who).submit(), status -> status == 302 || status == 303)));
        rows.add(crowd(
                "2,000 look at their results within 10 s",
                quiet,
                load.arrivals(CLASS, RUSH, who -> students.get(who).result(), status -> status == 200)));
        return rows;
    }

    /** A timed exam is for who has an account. */
    private static CompletableFuture<HttpResponse<String>> signUp(Student student, String login) {
        return student.get("/sign-up")
                .thenCompose(form -> student.post("/sign-up", "name=n&login=" + login + "&password=long+enough+" + login));
    }

    /** Until the server says that it is ready: it practises first. */
    private static void awaitReady(Load load, String address) {
        HttpRequest health = HttpRequest.newBuilder(URI.create(address + "/healthz")).build();
        while (load.client
                        .sendAsync(health, HttpResponse.BodyHandlers.discarding())
                        .join()
                        .statusCode()
                != 200) {
            pause();
        }
    }

    /** A student reads what the page says; one who asked for it without a break would be a second rush. */
    private static void pause() {
        LockSupport.parkNanos(TURNS.toNanos());
    }

    private static double quiet(Load load, Student sitting) {
        return load.arrivals(200, RUSH, who -> load.client.sendAsync(
                        sitting.page(), HttpResponse.BodyHandlers.ofString()), status -> status == 200)
                .millis(0.5);
    }

    private static Row crowd(String what, double quiet, Answers answers) {
        Row row = new Row(
                what + " (median " + Math.round(answers.millis(0.5)) + " ms, " + answers.failed() + " failed, all done after "
                        + answers.whole().toSeconds() + " s)",
                quiet,
                answers.millis(0.99),
                "ms",
                "99 % ≤ 10 × the quiet median");
        System.out.print(row.line()); // the whole table comes much later
        return row;
    }

    private static List<Row> steady(Load load, String address, Path folder, String database) throws IOException {
        List<Student> students = students(load, address, CONNECTIONS);
        students.forEach(
                student -> student.get(PRACTICE).thenCompose(card -> student.start(PRACTICE)).join());
        String page = students.get(0)
                .get(students.get(0).page().uri().getPath())
                .join()
                .body();
        Path template = Files.writeString(folder.resolve("page.html"), BareServer.template(page));
        try (ServerProcess bare = ServerProcess.startAsUsersDo(
                "gradus.bench.BareServer", database, template.toString())) {
            HttpRequest insert = HttpRequest.newBuilder(URI.create(bare.address() + "/insert"))
                    .POST(HttpRequest.BodyPublishers.ofString("max(0, x) + 12345"))
                    .build();
            HttpRequest show =
                    HttpRequest.newBuilder(URI.create(bare.address() + "/page")).build();
            double inserts = warm(load, connection -> insert);
            double saves = warm(load, connection -> students.get(connection).save());
            double templates = warm(load, connection -> show);
            double pages = warm(load, connection -> students.get(connection).page());
            return List.of(
                    new Row("save a response over HTTP, 64 connections", inserts, saves, "/s", "≥ 0.5"),
                    new Row("an exam page, signed in, 64 connections", templates, pages, "/s", "≥ 0.5"));
        }
    }

    private static double warm(Load load, IntFunction<HttpRequest> next) {
        load.rate(CONNECTIONS, WARM, next);
        return load.rate(CONNECTIONS, MEASURED, next);
    }

    private static List<Student> students(Load load, String address, int many) {
        return IntStream.range(0, many)
                .mapToObj(one -> new Student(load.client, address))
                .toList();
    }
}
