package gradus.attempt;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Self-assessments: rows are only added, the last one of a part counts. */
interface SelfAssessmentStore {
    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM self_assessment WHERE course = :course AND attempt = :attempt")
    long last(String course, UUID attempt);

    @SqlUpdate("""
            INSERT INTO self_assessment (course, attempt, seq, position, variant, part, ticked, assessed)
            VALUES (:course, :attempt, :seq, :key.position, :key.variant, :key.part, :ticked, :assessed)
            """)
    void add(String course, UUID attempt, @BindMethods SelfAssessment assessment);

    @SqlQuery("""
            SELECT seq, position, variant, part, ticked, assessed FROM self_assessment
            WHERE course = :course AND attempt = :attempt
            ORDER BY seq
            """)
    List<SelfAssessment> all(String course, UUID attempt);
}
