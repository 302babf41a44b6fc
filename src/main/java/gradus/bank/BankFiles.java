package gradus.bank;

import gradus.bank.BankFolder.CourseProblem;
import gradus.message.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in all folders of a bank.
 *
 * @param files those that count: where two folders hold the same file of a course, that of the later one
 * @param unreadable what is wrong with files that cannot be read
 * @param ignored what is not read, folder by folder, and what a later folder stands before
 */
record BankFiles(Collection<BankFile> files, List<CourseProblem> unreadable, List<CourseProblem> ignored) {
    private record Read(BankFile file, BankFolder folder) {}

    static BankFiles of(List<BankFolder> folders) {
        Map<String, Read> files = new LinkedHashMap<>();
        List<CourseProblem> unreadable = new ArrayList<>();
        List<CourseProblem> ignored = new ArrayList<>();
        for (BankFolder folder : folders) {
            if (folder.isOnDisk()) {
                ignored.addAll(folder.ignored());
            }
            for (BankFile file : folder.files(unreadable::add)) {
                Read before = files.put(file.course() + "/" + file.path(), new Read(file, folder));
                // the shipped files are there to be replaced
                if (before != null
                        && !before.folder().isShipped()
                        && !before.file().equals(file)) {
                    Message twice = Message.of("bank.ignored-twice", before.folder(), folder);
                    ignored.add(new CourseProblem(file.course(), BankFolder.problem(file.path(), twice)));
                }
            }
        }
        return new BankFiles(files.values().stream().map(Read::file).toList(), unreadable, ignored);
    }
}
