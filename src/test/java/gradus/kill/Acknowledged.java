package gradus.kill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a server has told its visitors is done, by kind, and which of it a database file no longer holds. */
final class Acknowledged {
    /** What is told, and how a file shows it: a query whose rows are the facts that hold in it. */
    enum Kind {
        SAVE("SELECT CAST(attempt AS VARCHAR(36)) || ' ' || seq || ' ' || content FROM response"),
        START("SELECT CAST(id AS VARCHAR(36)) FROM attempt"),
        SUBMISSION("SELECT CAST(id AS VARCHAR(36)) FROM attempt WHERE submitted IS NOT NULL"),
        SIGN_IN("SELECT token_hash FROM web_session"),
        SIGN_OUT(""),
        EXAM_CONTROL("SELECT ROW_NUMBER() OVER (ORDER BY seq) FROM exam_control WHERE exam = '" + Crowd.EXAM + "'");

        private final String facts;

        Kind(String facts) {
            this.facts = facts;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final Map<Kind, List<String>> told = new LinkedHashMap<>();
    private long controls;

    Acknowledged() {
        for (Kind kind : Kind.values()) {
            told.put(kind, new ArrayList<>());
        }
    }

    synchronized void add(Kind kind, String fact) {
        told.get(kind).add(fact);
    }

    /** The state of the exam was changed once more. */
    synchronized void addControl() {
        controls++;
        add(Kind.EXAM_CONTROL, Long.toString(controls));
    }

    /** A sign-out was sent: until it is acknowledged, nobody knows whether the session is there. */
    synchronized void forgetSignIn(String session) {
        told.get(Kind.SIGN_IN).remove(session);
    }

    synchronized int count() {
        return told.values().stream().mapToInt(List::size).sum();
    }

    synchronized boolean hasEveryKind() {
        return told.values().stream().noneMatch(List::isEmpty);
    }

    synchronized Map<Kind, List<String>> snapshot() {
        Map<Kind, List<String>> copy = new LinkedHashMap<>();
        told.forEach((kind, facts) -> copy.put(kind, List.copyOf(facts)));
        return copy;
    }

    /** What is told while the server works, without sign-ins: a sign-out may be under way. */
    Map<Kind, List<String>> snapshotAtWork() {
        Map<Kind, List<String>> snapshot = snapshot();
        snapshot.remove(Kind.SIGN_IN);
        return snapshot;
    }

    /** What of this is not in the file, each fact with its kind. What the file has beyond it is nobody's loss. */
    static List<String> missingFrom(Path file, Map<Kind, List<String>> snapshot) throws SQLException {
        List<String> missing = new ArrayList<>();
        try (Connection connection = open(file)) {
            for (Map.Entry<Kind, List<String>> kind : snapshot.entrySet()) {
                Set<String> lost = new LinkedHashSet<>(kind.getValue());
                if (kind.getKey() == Kind.SIGN_OUT) {
                    lost.retainAll(facts(connection, Kind.SIGN_IN));
                } else {
                    lost.removeAll(facts(connection, kind.getKey()));
                }
                lost.forEach(fact -> missing.add(kind.getKey().word() + " " + fact));
            }
        }
        return missing;
    }

    /** Starts from a dead server's file: a change made but not acknowledged must not stand in for a later one lost. */
    synchronized void restartFrom(Path file) throws SQLException {
        try (Connection connection = open(file)) {
            controls = Math.max(controls, facts(connection, Kind.EXAM_CONTROL).size());
        }
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:async:" + file.toString().replaceFirst("\\.mv\\.db$", ""));
    }

    private static Set<String> facts(Connection connection, Kind kind) throws SQLException {
        Set<String> facts = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(kind.facts)) {
            while (rows.next()) {
                facts.add(rows.getString(1));
            }
        }
        return facts;
    }
}
