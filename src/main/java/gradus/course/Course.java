package gradus.course;

import java.util.Locale;

/** A course: people and exams together. */
public record Course(String id, String titleKo, String titleEn) {
    public String title(Locale language) {
        return language.getLanguage().equals("ko") ? titleKo : titleEn;
    }
}
