package gradus.question.format;

import gradus.message.Message;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What a field of a file may hold: the one source both of reading it and of its JSON Schema.
 *
 * @param <T> what it is read as
 */
public interface Format<T> {
    /** What a node says; null where it does not fit, which is then among the problems. */
    @Nullable
    T read(Node node, Problems problems);

    /** JSON Schema 2020-12 of this format. */
    Map<String, Object> schema();

    /** Whether a node is of the kind that this format reads: a scalar, a list or a map. */
    boolean suits(Node node);

    /** What was expected, to be said where a node does not suit: "a number from 0 to 1". */
    Message expected();

    /** The same format, read as something else. */
    default <U> Format<U> map(Function<? super T, ? extends U> change) {
        return mapWithNode((value, node) -> change.apply(value));
    }

    default <U> Format<U> mapWithNode(BiFunction<? super T, Node, ? extends U> change) {
        Format<T> outer = this;
        return new Format<>() {
            @Override
            public @Nullable U read(Node node, Problems problems) {
                T value = outer.read(node, problems);
                return value == null ? null : change.apply(value, node);
            }

            @Override
            public Map<String, Object> schema() {
                return outer.schema();
            }

            @Override
            public boolean suits(Node node) {
                return outer.suits(node);
            }

            @Override
            public Message expected() {
                return outer.expected();
            }
        };
    }
}
