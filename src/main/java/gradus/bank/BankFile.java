package gradus.bank;

/**
 * A file of a bank folder.
 *
 * @param course the folder's name, which is the course's id
 * @param path relative to the course's folder, parted by {@code /}
 * @param content its text
 */
public record BankFile(String course, String path, String content) {
    private static final String QUESTIONS = "questions/";

    public boolean isQuestion() {
        return path.startsWith(QUESTIONS);
    }

    /** The name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
