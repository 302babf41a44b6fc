package gradus.web;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * A formula that begins with {@code $$} at the start of a line and goes on over further lines, so that a line of it which begins
 * with {@code -} is no list. It ends with the line that has the closing {@code $$}, or before an empty line.
 */
final class MathBlockParser extends AbstractBlockParser {
    private final Lines block = new Lines();
    private final List<SourceLine> lines = new ArrayList<>();
    private boolean closed;

    /** Holds the lines until the inlines are parsed. It is not a Paragraph, because each line of one may start a list. */
    private static final class Lines extends CustomBlock {}

    /** Starts only if the line does not close the formula itself; such a line is an ordinary paragraph. */
    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            int start = state.getNextNonSpaceIndex();
            String line = state.getLine().getContent().toString();
            boolean opens = state.getIndent() < 4 && line.startsWith("$$", start) && !hasEnd(line, start + 2);
            return opens ? BlockStart.of(new MathBlockParser()).atIndex(start) : BlockStart.none();
        }
    }

    private static boolean hasEnd(String line, int from) {
        for (int at = from; at < line.length(); at++) {
            if (line.charAt(at) == '\\') {
                at++;
            } else if (line.startsWith("$$", at)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        return closed || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        closed = !lines.isEmpty() && hasEnd(line.getContent().toString(), 0);
        lines.add(line);
    }

    @Override
    public void parseInlines(InlineParser inlines) {
        Paragraph paragraph = new Paragraph();
        inlines.parse(SourceLines.of(lines), paragraph);
        block.insertAfter(paragraph);
        block.unlink();
    }
}
