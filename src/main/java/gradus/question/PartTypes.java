package gradus.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types that a part may have. */
public final class PartTypes {
    private PartTypes() {}

    private static final List<PartType> ALL = List.of(
            new IntegerType(),
            new NumberType(),
            new MatrixType(),
            new ShapeType(),
            new FormulaType(),
            new ChoiceType(),
            new ChoicesType(),
            new GridType(),
            new TextType());

    /** Every type by its word in question files. */
    public static Map<String, PartType> byName() {
        Map<String, PartType> byName = new LinkedHashMap<>();
        ALL.forEach(type -> byName.put(type.name(), type));
        return byName;
    }
}
