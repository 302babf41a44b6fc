package gradus.question.part;

import static gradus.question.format.Field.required;
import static gradus.question.format.Formats.word;

import gradus.question.format.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types that a part may have. */
public final class PartTypes {
    private PartTypes() {}

    private static final List<PartDeclaration> ALL = List.of(
            NumberType.INTEGER,
            NumberType.NUMBER,
            MatrixType.DECLARATION,
            ShapeType.DECLARATION,
            FormulaType.DECLARATION,
            ChoiceType.DECLARATION,
            ChoicesType.DECLARATION,
            GridType.DECLARATION,
            TextType.DECLARATION);

    public static final Field<PartDeclaration> TYPE = required("type", word(byName()), "What is answered here");

    /** Every type by its word in question files. */
    public static Map<String, PartDeclaration> byName() {
        Map<String, PartDeclaration> byName = new LinkedHashMap<>();
        ALL.forEach(type -> byName.put(type.name(), type));
        return byName;
    }

    /** The fields that a part of this type takes. */
    public static Collection<Field<?>> fields(PartDeclaration type) {
        List<Field<?>> fields = new ArrayList<>(PartFields.COMMON);
        fields.add(TYPE);
        if (type.keyed()) {
            fields.addAll(PartFields.KEYED);
        }
        fields.addAll(type.settings());
        return fields;
    }

    /** Whether numbers of a type are whole, so that what a question says of how close numbers must come is not meant. */
    public static boolean isWhole(PartDeclaration type) {
        return type.equals(NumberType.INTEGER);
    }

    /** A field that parts of some types take, by its name. */
    public static Field<?> ofSome(String name) {
        return fieldsOfAny().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Every field that a part of some type takes, none but those of all parts required. */
    public static Collection<Field<?>> fieldsOfAny() {
        Map<String, Field<?>> fields = new LinkedHashMap<>();
        for (PartDeclaration type : ALL) {
            for (Field<?> field : type.settings()) {
                fields.put(field.name(), Field.optional(field.name(), field.format(), field.about()));
            }
        }
        PartFields.KEYED.forEach(field -> fields.put(field.name(), field));
        PartFields.COMMON.forEach(field -> fields.put(field.name(), field));
        fields.put(TYPE.name(), TYPE);
        return fields.values();
    }
}
