package gradus.bank;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The revisions of question and exam files, and the current revision of each question. */
interface BankStore {
    @SqlQuery("SELECT content FROM revision WHERE course = :course AND hash = :hash")
    Optional<String> content(String course, String hash);

    @SqlUpdate("INSERT INTO revision (course, hash, content, stored) VALUES (:course, :hash, :content, :stored)")
    void addRevision(String course, String hash, String content, Instant stored);

    @SqlQuery("SELECT id, revision, file FROM question WHERE course = :course ORDER BY id")
    List<CurrentRevision> questions(String course);

    @SqlQuery("SELECT id, revision, file FROM question WHERE course = :course AND id = :id")
    Optional<CurrentRevision> question(String course, String id);

    @SqlQuery("SELECT id, revision, file FROM question WHERE course = :course AND id IN (<ids>) ORDER BY id")
    List<CurrentRevision> questions(String course, @BindList("ids") Collection<String> ids);

    /** The revision of each question that was last taken in from its file. */
    @SqlQuery("SELECT id, COALESCE(taken, revision) AS revision, file FROM question WHERE course = :course ORDER BY id")
    List<CurrentRevision> taken(String course);

    @SqlUpdate("UPDATE question SET taken = :revision WHERE course = :course AND id = :id")
    int take(String course, String id, String revision);

    @SqlUpdate("INSERT INTO question (course, id, revision, file) VALUES (:course, :id, :revision, :file)")
    void addQuestion(String course, String id, String revision, String file);

    @SqlUpdate("UPDATE question SET revision = :revision, file = :file WHERE course = :course AND id = :id")
    int renewQuestion(String course, String id, String revision, String file);

    /** The other courses in which a question of this id has this revision, word for word. */
    @SqlQuery(
            "SELECT course FROM question WHERE id = :id AND revision = :revision AND course <> :course ORDER BY course")
    List<String> alike(String course, String id, String revision);
}
