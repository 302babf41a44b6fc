package gradus.demo;

import gradus.bank.Bank;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;

/** The way through the course of examples, and its end. */
public final class DemoController {
    private final Database database;
    private final Demo demo;

    public DemoController(Database database, Bank bank, Exams exams, Clock clock) {
        this.database = database;
        this.demo = new Demo(database, bank, exams, clock);
    }

    /** Fills the course, unless it is there already; gives the path of a link that signs its teacher in once. */
    public String fill() {
        return demo.fill();
    }

    /** {@code GET /courses/{course}/tour}: what to try, step by step. */
    public void show(Context context) {
        require(context);
        long waiting = database.store(DemoStore.class).waiting(Demo.COURSE, Demo.FINAL);
        context.render("demo/tour", Map.of("url", "/courses/" + Demo.COURSE, "waiting", waiting));
    }

    /** {@code POST /courses/{course}/tour/removal}: takes all of it away. */
    public void remove(Context context) {
        require(context);
        database.<DemoStore, Boolean>save(DemoStore.class, store -> {
            store.remove(Demo.COURSE);
            return true;
        });
        context.redirect("/");
    }

    private static void require(Context context) {
        if (!context.pathParam("course").equals(Demo.COURSE)) {
            throw Refusal.notFound();
        }
    }
}
