package gradus.attempt;

import gradus.web.Secret;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A short hash of the answers of an attempt as they were stored when it ended, for its student to keep and staff to look up. */
final class Receipt {
    private static final int GROUPS = 4;
    private static final int DIGITS = 4;

    private Receipt() {}

    static String of(Attempt attempt, List<Response> answers) {
        StringBuilder all = new StringBuilder(attempt.id().toString());
        answers.forEach(answer -> all.append('\0')
                .append(answer.key().position())
                .append('\0')
                .append(answer.key().variant())
                .append('\0')
                .append(answer.key().part())
                .append('\0')
                .append(answer.seq())
                .append('\0')
                .append(answer.content()));
        String hash = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(Secret.hash(all.toString())));
        StringBuilder receipt = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            receipt.append(i == 0 ? "" : "-").append(hash, i * DIGITS, (i + 1) * DIGITS);
        }
        return receipt.toString();
    }
}
