package gradus.expression.read;

import gradus.expression.function.Library;
import gradus.expression.function.LibraryFunction;
import gradus.expression.function.LibraryFunction.Group;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The functions of the engine: its primitives, and its listings from one file for each topic. */
public final class Engine {
    private static final List<String> TOPICS =
            List.of("losses", "regularisation", "optimisers", "gradients", "normalisation", "sequences");

    private Engine() {}

    private static final class Loaded {
        private static final Library LIBRARY = Library.primitives().with(listings());
    }

    public static Library library() {
        return Loaded.LIBRARY;
    }

    private static List<LibraryFunction> listings() {
        Library known = Library.forListings();
        List<LibraryFunction> listings = new ArrayList<>();
        for (String topic : TOPICS) {
            ListingFile file = ListingFile.read(text(topic), known, Group.ENGINE);
            if (!file.faults().isEmpty()) {
                throw new IllegalStateException(topic + ": " + file.faults());
            }
            listings.addAll(file.functions());
            known = known.with(file.functions());
        }
        return listings;
    }

    /** The shipped file of a topic. */
    private static String text(String topic) {
        try (InputStream file = Engine.class.getResourceAsStream("/listings/" + topic + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("no listings of " + topic);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
