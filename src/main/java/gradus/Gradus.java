package gradus;

import gradus.command.GradusCommand;

/** The program's entry point. */
public final class Gradus {
    private Gradus() {}

    public static void main(String[] arguments) {
        int code = GradusCommand.run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }
}
