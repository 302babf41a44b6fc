package gradus.question.part;

import gradus.expression.Expression;
import gradus.question.PartType;
import gradus.question.format.Field;
import gradus.question.format.Fields;
import gradus.question.format.Formats.Named;
import gradus.question.format.Problems;
import gradus.question.format.Source;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * How parts of a type are written in question files: the one source of reading them and of their JSON Schema.
 *
 * @param name the word in question files
 * @param keyed whether its parts have keys; otherwise a person grades them
 * @param settings the fields that only some types have
 */
public record PartDeclaration(String name, boolean keyed, List<Field<?>> settings, Maker maker) {
    /** What the settings of a part are made of. */
    public interface Maker {
        PartType make(Fields fields, Surroundings surroundings);
    }

    /** What stands around a part while its settings are read. */
    public interface Surroundings {
        Problems problems();

        /** Checks names of symbols against functions, each other and the names of the question; those that can be used, folded. */
        Set<String> symbols(List<Named<Object>> symbols);

        /** An expression in the names of the question and in these; null where it is none, which is then among the problems. */
        @Nullable
        Expression parse(Source source, Set<String> names);

        /** The names of the functions that an author lists; one that does not exist is among the problems. */
        List<String> functions(List<String> words, Node place);
    }

    static PartDeclaration keyed(String name, List<Field<?>> settings, Maker maker) {
        return new PartDeclaration(name, true, settings, maker);
    }

    public PartType make(Fields fields, Surroundings surroundings) {
        return maker.make(fields, surroundings);
    }
}
