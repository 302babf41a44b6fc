package gradus.question.part;

import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps that reading a response begins with, whatever the type of its part. */
final class ReadingOf {
    /** Understands a response that is not blank; null where it turns out to be after all. */
    interface Reader {
        @Nullable
        Answer read(String response) throws Unreadable;
    }

    private ReadingOf() {}

    /** Reads a response of at most so many characters. */
    static Reading response(String response, int maxLength, Reader reader) {
        if (response.length() > maxLength) {
            return new Reading.Unreadable(0, Message.of("grading.response-too-long", maxLength));
        }
        int nul = response.indexOf('\u0000');
        if (nul >= 0) {
            return new Reading.Unreadable(nul, Message.of("grading.nul"));
        }
        if (isBlank(response)) {
            return new Reading.Blank();
        }
        try {
            Answer answer = reader.read(response);
            return answer == null ? new Reading.Blank() : new Reading.Read(answer);
        } catch (Unreadable why) {
            return new Reading.Unreadable(why.at(), why.reason(), readable(why.offers(), reader));
        }
    }

    private static List<String> readable(List<String> offers, Reader reader) {
        List<String> readable = new ArrayList<>();
        for (String offer : offers) {
            try {
                if (!readable.contains(offer) && reader.read(offer) != null) {
                    readable.add(offer);
                }
            } catch (Unreadable notThatEither) {
                continue;
            }
        }
        return readable;
    }

    /** Whether there is nothing but space, of any script, and marks that nobody sees. */
    private static boolean isBlank(String response) {
        for (int i = 0; i < response.length(); i++) {
            char c = response.charAt(i);
            if (c > ' '
                    && !Character.isSpaceChar(c)
                    && !Character.isWhitespace(c)
                    && Character.getType(c) != Character.FORMAT) {
                return false;
            }
        }
        return true;
    }
}
