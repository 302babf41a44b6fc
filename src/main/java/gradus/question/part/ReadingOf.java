package gradus.question.part;

import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps that reading a response begins with, whatever the type of its part. */
final class ReadingOf {
    /** Understands a response that is not blank; null where it turns out to be after all. */
    interface Reader {
        @Nullable
        Answer read(String response) throws Unreadable;
    }

    /** So many texts are read in search of what was meant. */
    private static final int MOST_TRIES = 24;

    private static final int MOST_OFFERS = 3;

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
            return new Reading.Unreadable(why.at(), why.reason(), readable(response, why, reader));
        } catch (StackOverflowError deep) {
            // readers bound how deep they go; where one forgets, pages that show the answer go on all the same
            return new Reading.Unreadable(0, Message.of("grading.too-nested"));
        }
    }

    /** Reads a response in a notation of mathematics, which may have been copied with what stands around it. */
    static Reading notation(String response, int maxLength, Reader reader) {
        return response(response, maxLength, text -> reader.read(Copied.bare(text)));
    }

    /** Those texts that can be read, and where one cannot either, those that it leads to. */
    private static List<String> readable(String response, Unreadable why, Reader reader) {
        Set<String> seen = new HashSet<>(Set.of(response));
        Deque<String> waiting = new ArrayDeque<>(why.offers());
        waiting.addAll(Mending.of(response));
        List<String> readable = new ArrayList<>();
        for (int tries = 0; tries < MOST_TRIES && readable.size() < MOST_OFFERS && !waiting.isEmpty(); tries++) {
            String offer = waiting.remove();
            try {
                if (seen.add(offer) && !isBlank(offer) && reader.read(offer) != null) {
                    readable.add(offer);
                }
            } catch (Unreadable notThatEither) {
                waiting.addAll(notThatEither.offers());
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
