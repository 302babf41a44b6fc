package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grading.WrongProcedures.Fate;
import gradus.grading.WrongProcedures.Procedure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Wrong procedures of the whole bank, which takes long: what becomes of those that no author has written down. */
class ProceduresInNoListTest {
    @Test
    void mostProceduresInNoListAreNamedOrLocatedAndHardlyOneWrongly() {
        WrongProcedures bank = new WrongProcedures();
        List<Procedure> some = new ArrayList<>();
        List<Procedure> all = WrongProcedures.all();
        for (int i = 0; i < all.size(); i += 6) {
            some.add(all.get(i));
        }
        Map<String, Fate> each = new TreeMap<>();
        Map<Fate, Integer> fates = bank.fates(some, 1, each);
        int answers = some.size() - fates.getOrDefault(Fate.NO_ANSWER, 0);
        int found = fates.getOrDefault(Fate.NAMED, 0) + fates.getOrDefault(Fate.LOCATED, 0);
        int wrong = fates.getOrDefault(Fate.NAMED_WRONG, 0);
        assertTrue(answers > 60, fates::toString);
        assertTrue(found >= 0.6 * answers, () -> fates + " " + each);
        assertTrue(
                wrong <= 0.02 * answers,
                () -> each.entrySet().stream()
                                .filter(fate -> fate.getValue() == Fate.NAMED_WRONG)
                                .toList() + " " + fates);
    }
}
