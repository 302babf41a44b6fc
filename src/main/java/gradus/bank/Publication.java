package gradus.bank;

import gradus.database.Database;
import gradus.question.file.CourseFunctions;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The way of a text into force: from now on its question is asked so, and the file of its course's folder says so too. */
public final class Publication {
    private final Database database;
    private final Bank bank;

    public Publication(Database database, Bank bank) {
        this.database = database;
        this.bank = bank;
    }

    /**
     * Makes a text the current revision of its question, and writes it to the course's folder on disk, where it has one that
     * can be written.
     *
     * @param text a valid question, with the functions of its course behind it where it uses any
     */
    public void publish(String course, String id, String text) {
        String path = bank.current(course, id).map(CurrentRevision::file).orElse("questions/" + id + ".yaml");
        BankFile file = new BankFile(course, path, text);
        String hash = bank.keep(file);
        database.insertOnce(BankStore.class, inside -> {
            boolean isNew = inside.question(course, id).isEmpty();
            Bank.renew(inside, file, id, hash);
            if (isNew) {
                inside.take(course, id, hash);
            }
        });
        if (write(course, path, CourseFunctions.question(text))) {
            database.save(BankStore.class).take(course, id, hash);
            for (String picture : KeptPictures.shownIn(text)) {
                if (bank.folders().stream().noneMatch(folder -> folder.hasPicture(course, picture))) {
                    bank.picture(course, picture).ifPresent(content -> write(course, "questions/" + picture, content));
                }
            }
        }
    }

    /** Writes a file into the folder of a course on disk; false where it has none that can be written. */
    public boolean write(String course, String path, String text) {
        return write(course, path, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes questions or exams into the folder that a course has got of its own, with the functions and pictures that they use.
     * No file that stands there already is touched.
     */
    public void fill(String course, List<CurrentRevision> current) {
        List<BankFolder> own =
                bank.folders().stream().filter(folder -> folder.isOf(course)).toList();
        if (own.isEmpty()) {
            return;
        }
        BankFolder folder = own.get(own.size() - 1);
        for (CurrentRevision revision : current) {
            String text = bank.content(course, revision.revision());
            folder.add(course, revision.file(), bytes(CourseFunctions.question(text)));
            CourseFunctions.functions(text)
                    .ifPresent(functions -> folder.add(course, CourseFunctions.FILE, bytes(functions)));
            for (String picture : KeptPictures.shownIn(text)) {
                bank.picture(course, picture).ifPresent(content -> folder.add(course, "questions/" + picture, content));
            }
        }
    }

    private boolean write(String course, String path, byte[] content) {
        List<BankFolder> all = bank.folders();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).write(course, path, content)) {
                return true;
            }
        }
        return false;
    }
}
