package gradus.web;

import gradus.database.CannotStart;
import gradus.message.Message;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;

/** The moment in which a server begins to listen. */
public final class Listening {
    private Listening() {}

    /**
     * Lets a server listen.
     *
     * @param port 0 for any that is free
     * @throws CannotStart where another program has the port
     */
    public static void start(Javalin server, Web web, String host, int port) {
        try {
            web.know(server);
            server.start(host, port);
        } catch (JavalinBindException taken) {
            throw new CannotStart(Message.of("web.port-taken", host, Integer.toString(port)), taken);
        }
    }
}
