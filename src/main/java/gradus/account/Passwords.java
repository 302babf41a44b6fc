package gradus.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Passwords as argon2id hashes with OWASP's parameters (19 MiB, 2 passes, 1 lane).
 *
 * <p>A hash is made to cost time and memory, so requests that need one are answered {@link gradus.web.WaitingLine in turn}.
 */
final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Argon2Function argon2 = Argon2Function.getInstance(19 * 1024, 2, 1, HASH_BYTES, Argon2.ID);

    private final SecureRandom random = new SecureRandom();
    /** A hash whose password nobody knows; it keeps a sign-in with an unknown login as slow as one with a known. */
    private final String nobody = "$argon2id$v=19$m=19456,t=2,p=1$" + noise(SALT_BYTES) + "$" + noise(HASH_BYTES);

    private String noise(int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return Base64.getEncoder().withoutPadding().encodeToString(noise);
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return argon2.hash(bytes(password), salt).getResult();
    }

    boolean matches(String password, String hash) {
        return Argon2Function.getInstanceFromHash(hash).check(bytes(password), bytes(hash));
    }

    void matchNobody(String password) {
        matches(password, nobody);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
