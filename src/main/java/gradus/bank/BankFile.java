package gradus.bank;

/**
 * A file of a bank folder.
 *
 * @param course the id of the course, which is the name of its folder
 * @param path the path within the course's folder, separated by {@code /}
 * @param content its text
 */
public record BankFile(String course, String path, String content) {
    private static final String QUESTIONS = "questions/";

    public boolean isQuestion() {
        return path.startsWith(QUESTIONS);
    }

    /** The file's name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
