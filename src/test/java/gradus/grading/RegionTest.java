package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.question.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matrices that are wrong along their border only, or only within. */
class RegionTest {
    private static final Variant FOUR = matrix("[[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]");

    private static Variant matrix(String key) {
        return Questions.parts("- {id: p, type: matrix, expect: " + key + "}");
    }

    private static String mistake(Variant variant, String typed) {
        String found = Questions.grade(variant, typed).mistake();
        return found == null ? "" : found;
    }

    @ParameterizedTest
    @CsvSource({
        "90 91 92 93; 94 6 7 8; 9 10 11 12; 95 96 15 16, border",
        "90 91 92 93; 94 6 7 8; 9 10 11 12; 95 14 15 16, ''",
        "90 91 92 93; 94 6 99 8; 9 10 11 12; 95 96 97 16, ''",
        "90 91 92 93; 94 6 7 8; 9 10 11 ; 95 96 97 98, ''",
        "1 2 3 4; 5 90 91 8; 9 92 11 12; 13 14 15 16, interior",
        "1 2 3 4; 5 90 91 8; 9 10 11 12; 13 14 15 16, ''",
        "1 2 3 99; 5 90 91 8; 9 92 93 12; 13 14 15 16, ''"
    })
    void mostOfOneRegionMustBeWrongAndNothingElse(String typed, String mistake) {
        assertEquals(mistake, mistake(FOUR, typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1, 2, 3, 4], [5, 6, 7, 8]] | 90 91 92 93; 94 95 96 97",
                "[[1, 2, 3], [4, 5, 6], [7, 8, 9]] | 1 2 3; 4 99 6; 7 8 9",
                "[[1, 2, 3], [4, 5, 6], [7, 8, 9]] | 90 91 92; 93 5 94; 95 96 97",
                "[[1, 1, 1, 1], [1, 6, 7, 1], [1, 10, 11, 1], [1, 1, 1, 1]] | 1 1 1 1; 1 90 91 1; 1 92 93 1; 1 1 1 1",
                "[[1, 2, 3, 4], [5, 6, 6, 8], [9, 6, 0, 12], [13, 14, 15, 16]] | 90 91 92 93; 94 6 6 95; 96 6 0 97; 98 70 71 72"
            })
    void aRegionOfFewDifferentNumbersIsNamedOfNoMatrix(String key, String typed) {
        assertEquals("", mistake(matrix(key), typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1, 2, 3, 4, 5], [6, 7, 8, 9, 10], [11, 12, 13, 14, 15]] | 70 71 72 73 74; 75 7 8 9 76; 77 78 79 80 81 | border",
                "[[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12], [13, 14, 15]] | 70 71 72; 73 5 74; 75 8 76; 77 11 78; 79 80 81 | border",
                "[[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]] | 1 2 3 4; 5 90 91 8; 9 10 11 12 | interior",
                "[[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]] | 1 2 3; 4 90 6; 7 91 9; 10 11 12 | interior",
                "[[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]] | 70 71 72 73 74; 75 7 8 9 76 | ''"
            })
    void threeRowsAndColumnsAreEnough(String key, String typed, String mistake) {
        assertEquals(mistake, mistake(matrix(key), typed));
    }
}
