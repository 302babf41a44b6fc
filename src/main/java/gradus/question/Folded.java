package gradus.question;

import gradus.expression.value.Names;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Maps whose keys are folded names, the canonical spelling used by expressions. */
final class Folded {
    private Folded() {}

    static <T> Map<String, T> keys(Map<String, T> byName) {
        Map<String, T> folded = new LinkedHashMap<>();
        byName.forEach((name, value) -> folded.put(Names.fold(name), value));
        return folded;
    }

    static Set<String> names(Set<String> names) {
        return names.stream().map(Names::fold).collect(Collectors.toSet());
    }
}
