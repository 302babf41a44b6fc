package gradus.question.file;

import static gradus.question.file.QuestionFields.*;

import gradus.expression.Expression;
import gradus.expression.function.Library;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Names;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Convention;
import gradus.question.Dependencies;
import gradus.question.Hint;
import gradus.question.Part;
import gradus.question.Places;
import gradus.question.Question;
import gradus.question.QuestionTest;
import gradus.question.QuestionTexts;
import gradus.question.format.Field;
import gradus.question.format.Fields;
import gradus.question.format.Formats.Named;
import gradus.question.format.Nearest;
import gradus.question.format.Problems;
import gradus.question.format.Source;
import gradus.question.format.TextSource;
import gradus.question.part.PartFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Builds a {@link Question} from its map in the file. */
final class QuestionReader {
    private final Fields fields;
    private final Problems problems;
    private final Declarations names;
    private final QuestionTexts templates = new QuestionTexts();
    private final Places places;
    private final Map<String, Expression> params = new LinkedHashMap<>();
    private final Map<String, Expression> let = new LinkedHashMap<>();
    private final List<PartReader> readers = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    QuestionReader(Fields fields, Problems problems, Library functions) {
        this.fields = fields;
        this.problems = problems;
        this.names = new Declarations(problems, functions);
        this.places = new Places(problems.file());
    }

    /** The question; null where it has problems, which are then reported. */
    @Nullable
    Question read() {
        for (Field<?> field : List.of(TITLE, PARAMS, PROMPT, CONVENTIONS, SOLUTION, HINTS, LAYOUT)) {
            places.put(fields.place(field), Places.FIELD + field.name());
        }
        readParams();
        readLet();
        readParts();
        List<Convention> conventions = conventions();
        List<Part> paired = withPairsOfQuestion();
        List<QuestionTest> tests = tests();
        checkCycles(conventions);
        readTexts();
        TextSource title = fields.get(TITLE);
        TextSource prompt = fields.get(PROMPT);
        TextSource solution = fields.get(SOLUTION);
        List<Expression> require = require();
        if (!problems.isEmpty() || title == null || prompt == null) {
            return null;
        }
        return new Question(
                fields.get(ID, ""),
                title.text(),
                fields.get(TAGS, List.of()),
                params,
                require,
                let,
                prompt.text(),
                paired,
                LayoutFields.layout(fields.get(LAYOUT)),
                conventions,
                hints(),
                solution == null ? null : solution.text(),
                tests,
                names.aliases(fields.get(ALIASES, List.of())),
                templates,
                places);
    }

    private void readParams() {
        for (Named<Source> param : fields.get(PARAMS, List.<Named<Source>>of())) {
            Expression expression = names.parse(param.value(), names.author(names.names()));
            names.declare(param.name(), param.at());
            if (expression != null) {
                params.put(param.name(), expression);
            }
        }
    }

    private List<Expression> require() {
        List<Expression> conditions = new ArrayList<>();
        for (Source source : fields.get(REQUIRE, List.<Source>of())) {
            Expression condition = names.parseFixed(source, names.author(names.names()));
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private void readLet() {
        Set<String> partIds = new HashSet<>();
        for (Fields part : fields.get(PARTS, List.<Fields>of())) {
            partIds.add(Names.fold(part.get(PartFields.ID, "")));
        }
        for (Named<Source> step : fields.get(LET, List.<Named<Source>>of())) {
            Set<String> known = names.names();
            known.addAll(partIds);
            Expression expression = names.parseFixed(step.value(), names.author(known));
            names.declare(step.name(), step.at());
            if (expression != null) {
                let.put(step.name(), expression);
            }
        }
    }

    private void readParts() {
        List<Fields> maps = fields.get(PARTS, List.of());
        for (Fields map : maps) {
            if (map.get(PartFields.ID) != null) {
                names.declarePart(map.get(PartFields.ID, ""), map.place(PartFields.ID));
            }
        }
        for (Fields map : maps) {
            PartReader reader = new PartReader(map, problems, names, List.copyOf(parts));
            readers.add(reader);
            parts.add(reader.read());
            reader.place(places);
        }
    }

    /** The parts, each with the question's own {@code may_equal} pairs added. */
    private List<Part> withPairsOfQuestion() {
        List<Part> paired = new ArrayList<>();
        List<List<String>> pairs = fields.get(PartFields.MAY_EQUAL, List.of());
        Set<String> known = new HashSet<>(Set.of(Part.KEY));
        parts.forEach(part -> part.mistakes().forEach(mistake -> known.add(mistake.id())));
        for (List<String> pair : pairs) {
            pair.stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problems.add(
                            fields.place(PartFields.MAY_EQUAL),
                            Nearest.message("question.no-such-mistake", name, known)));
        }
        for (Part part : parts) {
            paired.add(part.withMayEqual(
                    pairs.stream().map(pair -> Set.copyOf(new HashSet<>(pair))).toList()));
        }
        return paired;
    }

    private List<Convention> conventions() {
        Map<String, Convention> conventions = new LinkedHashMap<>();
        for (Fields convention : fields.get(CONVENTIONS, List.<Fields>of())) {
            String id = convention.get(PartFields.LABEL_ID, "");
            TextSource say = convention.get(CONVENTION_SAY);
            Map<String, Expression> expect = new HashMap<>();
            for (Named<Source> key : convention.get(CONVENTION_EXPECT, List.<Named<Source>>of())) {
                PartReader part = part(key);
                Expression expression = part == null ? null : part.right(key.value());
                if (expression != null) {
                    expect.put(key.name(), expression);
                }
            }
            Convention read = new Convention(id, say == null ? null : say.text(), expect);
            if (conventions.put(id, read) != null) {
                problems.add(convention.place(PartFields.LABEL_ID), Message.of("question.name-twice", id));
            }
        }
        return List.copyOf(conventions.values());
    }

    private @Nullable PartReader part(Named<?> named) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).id().equals(named.name())) {
                return readers.get(i);
            }
        }
        problems.add(
                named.at(),
                Nearest.message(
                        "question.no-such-part",
                        named.name(),
                        parts.stream().map(Part::id).toList()));
        return null;
    }

    /** Reports parts that depend on themselves or on later parts, directly or through named steps. */
    private void checkCycles(List<Convention> conventions) {
        Dependencies dependencies = Dependencies.of(params, let, parts);
        List<Fields> maps = fields.get(PARTS, List.of());
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Set<String> later = new HashSet<>();
            parts.subList(i, parts.size()).forEach(other -> later.add(other.id()));
            List<Expression> keys = new ArrayList<>();
            if (part.expect() != null) {
                keys.add(part.expect());
            }
            conventions.stream()
                    .map(c -> c.expect().get(part.id()))
                    .filter(java.util.Objects::nonNull)
                    .forEach(keys::add);
            Node place = maps.get(i).place(PartFields.EXPECT);
            for (Expression key : keys) {
                dependencies.partsBehind(key, part.symbolNames()).stream()
                        .filter(other -> later.contains(other) && !key.names().contains(Names.fold(other)))
                        .findFirst()
                        .ifPresent(other -> problems.add(place, Message.of("question.part-not-earlier", other)));
            }
        }
    }

    private List<Hint> hints() {
        List<Hint> hints = new ArrayList<>();
        for (Fields hint : fields.get(HINTS, List.<Fields>of())) {
            TextSource say = hint.get(PartFields.SAY);
            if (say != null) {
                hints.add(new Hint(say.text(), hint.get(COST, BigDecimal.ZERO).doubleValue()));
            }
        }
        return hints;
    }

    private List<QuestionTest> tests() {
        List<QuestionTest> tests = new ArrayList<>();
        for (Fields test : fields.get(TESTS, List.<Fields>of())) {
            Map<String, Expression> with = new LinkedHashMap<>();
            for (Named<Source> param : test.get(WITH, List.<Named<Source>>of())) {
                Expression value = names.parseFixed(param.value(), names.author(Set.of()));
                if (value != null) {
                    with.put(param.name(), value);
                }
            }
            Map<String, QuestionTest.Given> give = new LinkedHashMap<>();
            for (Named<Source> answer : test.get(GIVE, List.<Named<Source>>of())) {
                PartReader part = part(answer);
                if (part != null) {
                    QuestionTest.Given given = part.given(answer.value());
                    if (given != null) {
                        give.put(answer.name(), given);
                    }
                }
            }
            Map<String, String> mistakes = new LinkedHashMap<>();
            for (Named<String> mistake : test.get(MISTAKE, List.<Named<String>>of())) {
                if (part(mistake) != null) {
                    mistakes.put(mistake.name(), mistake.value());
                }
            }
            BigDecimal score = test.get(SCORE);
            BigFraction due = score == null ? null : Decimals.exactly(score);
            Mark at = test.place().getStartMark().orElseThrow();
            tests.add(new QuestionTest(
                    at.getLine() + 1, at.getColumn() + 1, test.get(SEED, 0L), with, give, due, mistakes));
        }
        return tests;
    }

    /** Parses the placeholders of all texts. */
    private void readTexts() {
        Vocabulary vocabulary = names.author(names.names());
        fields.texts().forEach(text -> text.scalars().forEach(scalar -> readText(scalar, vocabulary)));
    }

    private void readText(ScalarNode scalar, Vocabulary vocabulary) {
        templates.add(scalar.getValue(), vocabulary, new QuestionTexts.Report() {
            @Override
            public void unclosed(int at) {
                Source.report(scalar, at, Message.of("question.hole-unclosed"), problems);
            }

            @Override
            public void broken(int at, ExpressionException problem) {
                Source.report(scalar, at, problem.problem(), problems);
            }
        });
    }
}
