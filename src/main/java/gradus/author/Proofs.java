package gradus.author;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The proofs of revisions, one after another in the background; each server proves for itself. */
final class Proofs {
    private final Cache<String, Proof> known =
            Caffeine.newBuilder().maximumSize(500).build();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "gradus-proof");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    /** The proof of a revision, begun where nobody has asked for it before. */
    Proof of(String revision, Looked looked) {
        return known.get(revision, never -> {
            Proof proof = new Proof(looked);
            worker.execute(() -> {
                try {
                    proof.run();
                } catch (RuntimeException failure) {
                    proof.broke(failure);
                }
            });
            return proof;
        });
    }

    /** The proof of a revision, if it was asked for. */
    Optional<Proof> known(String revision) {
        return Optional.ofNullable(known.getIfPresent(revision));
    }
}
