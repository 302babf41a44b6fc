package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.browser.Browser;
import gradus.browser.Katex;
import gradus.question.Question;
import gradus.question.Text;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every formula of every shipped text, with the numbers of some variants in it, drawn by the KaTeX that pages load. */
class KatexIT {
    private static final Pattern FORMULA =
            Pattern.compile("\\$\\$(.+?)\\$\\$|(?<![\\\\$])\\$([^$]+?)\\$", Pattern.DOTALL);

    @Test
    void everyShippedFormulaIsDrawn() {
        Set<String> formulas = new LinkedHashSet<>();
        for (String id : ShippedBank.questionIds()) {
            Question question = ShippedBank.question(id);
            for (long seed = 0; seed < 3; seed++) {
                Variant variant = Variant.draw(question, seed);
                for (Text text : texts(question)) {
                    for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                        Matcher found = FORMULA.matcher(variant.fill(text, language));
                        while (found.find()) {
                            formulas.add(found.group(1) == null ? found.group(2) : found.group(1));
                        }
                    }
                }
                question.parts().stream()
                        .filter(part -> part.expect() != null)
                        .map(part -> part.type().display(variant.key(part), part))
                        .map(FORMULA::matcher)
                        .filter(Matcher::find)
                        .forEach(found -> formulas.add(found.group(2)));
            }
        }
        assertTrue(formulas.size() > 300, "so many formulas: " + formulas.size());
        try (Browser browser = Browser.at("", "en")) {
            assertEquals(List.of(), Katex.in(browser).refusals(List.copyOf(formulas)));
        }
    }

    private static List<Text> texts(Question question) {
        List<Text> texts = new ArrayList<>(List.of(question.title(), question.prompt()));
        if (question.solution() != null) {
            texts.add(question.solution());
        }
        question.hints().forEach(hint -> texts.add(hint.say()));
        question.parts().forEach(part -> {
            if (part.label() != null) {
                texts.add(part.label());
            }
            if (part.answer() != null) {
                texts.add(part.answer());
            }
            part.type().options().forEach(option -> texts.add(option.say()));
            part.mistakes().forEach(mistake -> texts.add(mistake.say()));
            part.rubric().forEach(criterion -> texts.add(criterion.say()));
            part.accept().stream().filter(accept -> accept.note() != null).forEach(accept -> texts.add(accept.note()));
        });
        return texts;
    }
}
