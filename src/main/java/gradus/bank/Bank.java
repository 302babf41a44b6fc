package gradus.bank;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.database.Database;
import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.file.QuestionFile;
import gradus.web.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * The questions of all courses, read from folders and stored for ever under the hash of their text, so that an attempt
 * always finds the revision it began with. A file that becomes unreadable keeps its last good revision current.
 */
public final class Bank implements AutoCloseable {
    /** Receives the files of a bank that are not questions. */
    public interface Listener {
        /** Reads one file and returns its problems. */
        List<Problem> take(BankFile file);

        /** The warnings about its valid files of a course, complete or still being worked out. */
        default List<CompletableFuture<List<Problem>>> findings(String course) {
            return List.of();
        }
    }

    private final Database database;
    private final BankStore store;
    private final CourseStore courses;
    private final Clock clock;
    private final List<BankFolder> folders;
    private final List<Listener> listeners = new ArrayList<>();
    private final Cache<String, Question> parsed =
            Caffeine.newBuilder().maximumSize(5_000).build();
    private final BankFindings findings = new BankFindings();
    private final KeptPictures pictures;
    private volatile Map<String, List<Problem>> problems = Map.of();
    private volatile List<BankFolder.CourseProblem> ignored = List.of();

    /** @param folders where two hold the same file, the later one wins */
    public Bank(Database database, Clock clock, List<BankFolder> folders) {
        this.database = database;
        this.store = database.store(BankStore.class);
        this.courses = database.store(CourseStore.class);
        this.clock = clock;
        this.pictures = new KeptPictures(database, clock);
        this.folders = List.copyOf(folders);
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Reads all folders again and stores new revisions. */
    public synchronized void load() {
        Map<String, List<Problem>> found = new LinkedHashMap<>();
        Set<String> known = courses.courses().stream().map(Course::id).collect(Collectors.toSet());
        BankFiles read = BankFiles.of(folders());
        Collection<BankFile> files = read.files();
        read.unreadable().forEach(told -> note(told.course(), List.of(told.problem()), found));
        List<NewRevision> fresh = new ArrayList<>();
        Map<String, Set<List<String>>> taken = new HashMap<>();
        for (BankFile file : files) {
            if (!known.contains(file.course())) {
                found.putIfAbsent(
                        file.course(),
                        new ArrayList<>(List.of(
                                new Problem(file.course(), 1, 1, Message.of("bank.no-course", file.course())))));
            } else if (file.isQuestion()) {
                Set<List<String>> ofCourse = taken.computeIfAbsent(file.course(), this::taken);
                String hash = Secret.hash(file.content());
                if (!ofCourse.contains(List.of(file.path(), hash))) {
                    note(file.course(), read(file, hash, fresh), found);
                }
            }
        }
        makeCurrent(fresh);
        pictures.takeIn(known, folders());
        for (BankFile file : files) {
            if (known.contains(file.course()) && !file.isQuestion()) {
                listeners.forEach(listener -> note(file.course(), listener.take(file), found));
            }
        }
        problems = Map.copyOf(found);
        ignored = read.ignored();
    }

    /** The folders of the server, and those that courses have of their own. */
    List<BankFolder> folders() {
        List<BankFolder> all = new ArrayList<>(folders);
        for (CourseStore.Folder own : courses.folders()) {
            all.add(BankFolder.ofCourse(own.course(), Path.of(own.folder())));
        }
        return all;
    }

    /** The files and folders that were not read of a course, each with the reason; of no course in particular for "". */
    public List<Problem> ignored(String course) {
        return ignored.stream()
                .filter(one -> one.course().equals(course))
                .map(BankFolder.CourseProblem::problem)
                .toList();
    }

    /** All that was not read, folder by folder, for the console. */
    public List<Message> ignored() {
        List<Message> all = new ArrayList<>();
        folders().forEach(folder -> folder.unfit().ifPresent(all::add));
        for (BankFolder.CourseProblem one : ignored) {
            String before = one.course().isEmpty() ? "" : one.course() + "/";
            all.add(Message.of(
                    "bank.not-read",
                    before + one.problem().file(),
                    one.problem().message()));
        }
        problemsOfNoCourse()
                .forEach(problem -> all.add(Message.of("bank.not-read", problem.file(), problem.message())));
        return all;
    }

    private static void note(String course, List<Problem> wrong, Map<String, List<Problem>> found) {
        found.computeIfAbsent(course, first -> new ArrayList<>()).addAll(wrong);
    }

    /** A question that is new or has changed. */
    private record NewRevision(BankFile file, String hash, Question question) {}

    /** The files of a course as they were last taken in, each with its path and the hash of its text. */
    private Set<List<String>> taken(String course) {
        return store.taken(course).stream()
                .map(current -> List.of(current.file(), current.revision()))
                .collect(Collectors.toSet());
    }

    /** Reads a question that is new or has changed; returns its problems. */
    private static List<Problem> read(BankFile file, String hash, List<NewRevision> fresh) {
        try {
            fresh.add(new NewRevision(file, hash, QuestionFile.read(file.content(), file.name())));
            return List.of();
        } catch (QuestionException broken) {
            return broken.problems();
        }
    }

    /**
     * Makes these the current revisions of their questions, in one transaction because each transaction waits for the
     * disk.
     */
    private void makeCurrent(List<NewRevision> fresh) {
        if (!fresh.isEmpty()) {
            // where another server has stored the same files meanwhile, the second try finds them
            database.insertNext(BankStore.class, inside -> fresh.forEach(revision -> makeCurrent(inside, revision)));
        }
        fresh.forEach(revision -> parsed.put(revision.hash(), revision.question()));
    }

    private void makeCurrent(BankStore inside, NewRevision fresh) {
        BankFile file = fresh.file();
        keep(inside, file, fresh.hash());
        String id = fresh.question().id();
        renew(inside, file, id, fresh.hash());
        inside.take(file.course(), id, fresh.hash());
    }

    static void renew(BankStore inside, BankFile file, String id, String hash) {
        if (inside.renewQuestion(file.course(), id, hash, file.path()) == 0) {
            inside.addQuestion(file.course(), id, hash, file.path());
        }
    }

    private void keep(BankStore inside, BankFile file, String hash) {
        if (inside.content(file.course(), hash).isEmpty()) {
            inside.addRevision(file.course(), hash, file.content(), clock.instant());
        }
    }

    /** Stores the text of a file for ever and returns its revision. */
    public String keep(BankFile file) {
        String hash = Secret.hash(file.content());
        if (store.content(file.course(), hash).isEmpty()) {
            database.insertOnce(BankStore.class, inside -> keep(inside, file, hash));
        }
        return hash;
    }

    /** The text of a revision of a question or any other file. */
    public String content(String course, String revision) {
        return store.content(course, revision)
                .orElseThrow(() -> new IllegalStateException("no revision " + revision + " in " + course));
    }

    /** The current revisions of all questions of a course, by id. */
    public List<CurrentRevision> questions(String course) {
        return store.questions(course);
    }

    public Optional<CurrentRevision> current(String course, String id) {
        return store.question(course, id);
    }

    /** The current revisions of these questions by their ids, in one look; of those that there are. */
    public Map<String, String> revisions(String course, List<String> ids) {
        Map<String, String> revisions = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            store.questions(course, ids).forEach(current -> revisions.put(current.id(), current.revision()));
        }
        return revisions;
    }

    /** The other courses that have the very same question. */
    public List<String> alike(String course, String id, String revision) {
        return store.alike(course, id, revision);
    }

    /** The question of a revision. */
    public Question question(String course, String revision) {
        return parsed.get(revision, unread -> QuestionFile.read(content(course, unread), unread));
    }

    /** The problems of a course's files when they were last read. */
    public List<Problem> problems(String course) {
        return problems.getOrDefault(course, List.of());
    }

    /** The problems of folders that belong to no course. */
    List<Problem> problemsOfNoCourse() {
        Set<String> known = courses.courses().stream().map(Course::id).collect(Collectors.toSet());
        return problems.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** The warnings about valid files, worked out on request. */
    public BankFindings findings() {
        return findings;
    }

    /** The warnings about all valid files of a course, as far as they are known after a short wait. */
    BankFindings.SoFar findings(String course) {
        List<CompletableFuture<List<Problem>>> asked = new ArrayList<>();
        listeners.forEach(listener -> asked.addAll(listener.findings(course)));
        questions(course).forEach(current -> asked.add(findings.ofQuestion(this, course, current)));
        return BankFindings.awaitBriefly(asked);
    }

    /** The warnings about a question, as far as they are known after a short wait. */
    BankFindings.SoFar findings(String course, CurrentRevision question) {
        return BankFindings.awaitBriefly(List.of(findings.ofQuestion(this, course, question)));
    }

    public boolean hasPicture(String course, String name) {
        return pictures.has(course, name) || folders().stream().anyMatch(folder -> folder.hasPicture(course, name));
    }

    public KeptPictures pictures() {
        return pictures;
    }

    /** A picture beside the questions of a course, as it is now. */
    public Optional<byte[]> picture(String course, String name) {
        return picture(course, name, Optional.empty());
    }

    /** The same as it was at a time; as it is now where none is given. */
    Optional<byte[]> picture(String course, String name, Optional<Instant> when) {
        return pictures.at(course, name, when.orElseGet(clock::instant));
    }

    /** A fingerprint of all folders on disk that changes with any of their files. */
    String fingerprint() {
        return folders().stream()
                .filter(BankFolder::isOnDisk)
                .map(BankFolder::fingerprint)
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        findings.close();
        folders.forEach(BankFolder::close);
    }
}
