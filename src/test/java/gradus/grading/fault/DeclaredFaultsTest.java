package gradus.grading.fault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.Expression;
import gradus.expression.function.LibraryFunction;
import gradus.expression.function.Parameter;
import gradus.expression.function.WrongForm;
import gradus.expression.read.Engine;
import gradus.expression.read.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What functions declare that people compute instead of them. */
class DeclaredFaultsTest {
    @Test
    void everyDeclaredFormIsOfAKnownKindAndCanBeRead() {
        int forms = 0;
        for (LibraryFunction function : Engine.library().functions()) {
            List<String> names = new ArrayList<>(
                    function.parameters().stream().map(Parameter::name).toList());
            if (function.many()) {
                names.addAll(List.of("a", "b"));
            }
            for (WrongForm form : function.wrongForms()) {
                String where = function.name() + ": " + form;
                assertDoesNotThrow(() -> FaultKind.of(form.kind()), where);
                assertDoesNotThrow(() -> Expression.parse(form.instead(), Vocabulary.author(names)), where);
                forms++;
            }
        }
        assertTrue(forms >= 200, forms + " forms");
    }
}
