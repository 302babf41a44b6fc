package gradus.grading;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.grading.fault.Fault;
import gradus.grading.fault.Faults;
import gradus.json.Json;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Wrong procedures for the questions of the bank, as people write them down: what becomes of their answers where no list of
 * mistakes helps. A name is right if the named fault comes to the same as the procedure on other variants, too.
 */
public final class WrongProcedures {
    private static final Path FILE = Path.of("src", "test", "resources", "grading", "wrong-procedures.jsonl");
    private static final int OTHERS = 3;

    private final Map<String, Question> bare = new HashMap<>();
    private final Map<String, Variant> drawn = new HashMap<>();

    /** A procedure, and whether it was looked at while the search was tuned. */
    public record Procedure(String question, String part, String wrong, String what) {
        boolean isSeen() {
            return Math.floorMod((question + part + wrong).hashCode(), 2) == 0;
        }
    }

    /** What became of an answer. */
    public enum Fate {
        NAMED,
        LOCATED,
        BUILT_IN,
        NAMED_WRONG,
        LOCATED_WRONG,
        NOTHING,
        /** It comes to the key here, or cannot be computed. */
        NO_ANSWER
    }

    public static List<Procedure> all() {
        try {
            List<Procedure> all = new ArrayList<>();
            for (String line : Files.readAllLines(FILE)) {
                JsonNode json = Json.stored(line);
                all.add(new Procedure(
                        json.path("question").asText(),
                        json.path("part").asText(),
                        json.path("wrong").asText(),
                        json.path("what").asText()));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A question of the bank without any list of mistakes. */
    Question bare(String id) {
        return bare.computeIfAbsent(id, name -> {
            try {
                Object yaml = new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(
                                ShippedBank.FOLDER.resolve("questions").resolve(name + ".yaml")));
                return QuestionFile.read(Json.text(without(Objects.requireNonNull(yaml))), name + ".yaml");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Object without(Object yaml) {
        if (yaml instanceof Map<?, ?> map) {
            Map<Object, Object> rest = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (!Set.of("mistakes", "may_equal", "tests", "faults").contains(key)) {
                    rest.put(key, without(value));
                }
            });
            return rest;
        }
        return yaml instanceof Collection<?> list
                ? list.stream().map(WrongProcedures::without).toList()
                : yaml;
    }

    Variant variant(Question question, long seed) {
        return drawn.computeIfAbsent(question.id() + seed, key -> Variant.draw(question, seed));
    }

    @Nullable
    Answer answer(Procedure procedure, Variant variant) {
        Question question = variant.question();
        Part part = question.part(procedure.part());
        Set<String> names = new HashSet<>(question.params().keySet());
        names.addAll(question.let().keySet());
        names.addAll(part.symbols().names());
        question.parts().forEach(other -> names.add(other.id()));
        return variant.finite(Expression.parse(procedure.wrong(), Vocabulary.author(names)), part);
    }

    /** What becomes of the procedure's answer where all other parts are right. */
    Fate fate(Procedure procedure, long seed) {
        Question question = bare(procedure.question());
        Variant variant = variant(question, seed);
        Part part = question.part(procedure.part());
        Answer answer = answer(procedure, variant);
        if (answer == null
                || part.type().compare(answer, variant.key(part), part).isEqual()) {
            return Fate.NO_ANSWER;
        }
        Map<String, String> sheet = new LinkedHashMap<>();
        for (Part other : question.parts()) {
            if (other.expect() != null) {
                sheet.put(other.id(), other.type().print(other == part ? answer : variant.key(other), other));
            }
        }
        PartResult result = Grader.grade(variant, sheet).part(part.id());
        FaultFound fault = result.fault();
        if (fault == null) {
            return result.mistake() == null ? Fate.NOTHING : Fate.BUILT_IN;
        }
        Faults faults = Faults.of(variant, part);
        if (fault.id() != null) {
            Fault named = Objects.requireNonNull(faults.find(fault.id()));
            return comeToTheSame(procedure, named, seed) ? Fate.NAMED : Fate.NAMED_WRONG;
        }
        List<Fault> all = new ArrayList<>(faults.single());
        all.addAll(faults.pairs());
        return all.stream()
                        .filter(known -> known.part().equals(fault.part()))
                        .filter(known -> known.at().equals(fault.at())
                                || known.right().text().equals(fault.at()))
                        .anyMatch(known -> comeToTheSame(procedure, known, seed))
                ? Fate.LOCATED
                : Fate.LOCATED_WRONG;
    }

    private boolean comeToTheSame(Procedure procedure, Fault fault, long seed) {
        Question question = bare(procedure.question());
        Part part = question.part(procedure.part());
        for (long other = seed; other <= seed + (question.params().isEmpty() ? 0 : OTHERS); other++) {
            Variant variant = variant(question, other);
            Answer due = answer(procedure, variant);
            Answer named = variant.finite(fault.wrong(), part);
            try {
                if (due != null
                        && (named == null
                                || !part.type().compare(due, named, part).isEqual())) {
                    return false;
                }
            } catch (ExpressionException misfit) {
                return false;
            }
        }
        return true;
    }

    /** The fates of some procedures on so many variants each. */
    Map<Fate, Integer> fates(List<Procedure> procedures, int variants, Map<String, Fate> each) {
        Map<Fate, Integer> fates = new TreeMap<>();
        for (Procedure procedure : procedures) {
            int most = bare(procedure.question()).params().isEmpty() ? 1 : variants;
            for (long seed = 0; seed < most; seed++) {
                Fate fate = fate(procedure, seed);
                fates.merge(fate, 1, Integer::sum);
                each.put(procedure.question() + " " + procedure.part() + " " + procedure.what() + " " + seed, fate);
            }
        }
        return fates;
    }
}
