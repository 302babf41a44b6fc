package gradus.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.expression.value.ExpressionException;
import gradus.json.Json;
import gradus.message.Message;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers JSON line by line in constant memory; an invalid line is answered by an error in its place. */
final class Lines {
    /** The longest line in characters; the rest of a longer one is skipped. */
    private static final int MAX_LENGTH = 10_000_000;

    private final Locale language;

    Lines(Locale language) {
        this.language = language;
    }

    /** Answers single lines. */
    interface Answering {
        /**
         * @throws ExpressionException where one of its expressions fails
         * @throws BadInput where the JSON is not what the verb takes
         */
        JsonNode answer(JsonNode line);
    }

    /** Thrown for JSON that is not what a verb takes. */
    static final class BadInput extends RuntimeException {
        private final transient Message reason;

        BadInput(String key, Object... arguments) {
            super(key);
            reason = Message.of(key, arguments);
        }

        Message reason() {
            return reason;
        }
    }

    void answer(InputStream in, OutputStream out, Answering answering) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        while (read(reader, line)) {
            writer.write(answer(line, answering).toString());
            writer.write('\n');
            if (!reader.ready()) {
                writer.flush();
            }
        }
        writer.flush();
    }

    /** Prints an answer as one line in UTF-8, whatever the console's encoding. */
    static void print(JsonNode answer) {
        print(answer, System.out);
    }

    static void print(JsonNode answer, PrintStream out) {
        byte[] line = (answer + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(line, 0, line.length);
        out.flush();
    }

    /** The answer to one line, which may be an error. */
    JsonNode answer(CharSequence line, Answering answering) {
        if (line.length() > MAX_LENGTH) {
            return error(Message.of("command.line-too-long", MAX_LENGTH));
        }
        try {
            return answering.answer(Json.read(line.toString()));
        } catch (JsonProcessingException broken) {
            return error(Message.of("command.not-json", broken.getOriginalMessage()));
        } catch (BadInput bad) {
            return error(bad.reason());
        } catch (ExpressionException wrong) {
            return error(wrong);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            return error(Message.of("command.failed", failed));
        }
    }

    JsonNode error(ExpressionException wrong) {
        ObjectNode error = Json.object();
        error.put("at", wrong.at()).put("message", wrong.problem().in(language));
        return Json.object().set("error", error);
    }

    /** An error in place of an answer. */
    JsonNode error(Message message) {
        ObjectNode error = Json.object().put("message", message.in(language));
        return Json.object().set("error", error);
    }

    /** Reads a line into the builder, at most one character more than allowed; false at the end of the input. */
    private static boolean read(BufferedReader reader, StringBuilder line) throws IOException {
        line.setLength(0);
        int c = reader.read();
        if (c < 0) {
            return false;
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() <= MAX_LENGTH) {
                line.append((char) c);
            }
        }
        return true;
    }
}
