package gradus.web;

import java.util.List;
import org.commonmark.ext.gfm.tables.internal.TableBlockParser;
import org.commonmark.internal.BlockStartImpl;
import org.commonmark.node.Block;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Tables whose cells hold formulas such as {@code $|x|$}: the library's parser gets their lines with the bars of formulas
 * escaped, and removes those backslashes itself.
 */
final class MathTables implements Parser.ParserExtension, BlockParserFactory {
    /** Cells beyond this number are dropped, so that a small text cannot make a huge page. */
    private static final int MOST_CELLS = 100_000;

    private final BlockParserFactory tables = new TableBlockParser.Factory(MOST_CELLS);

    @Override
    public void extend(Parser.Builder builder) {
        builder.customBlockParserFactory(this);
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        BlockStart start = tables.tryStart(state, new Above(matched));
        return start instanceof BlockStartImpl table
                ? BlockStart.of(new Table(table.getBlockParsers()[0]))
                        .atIndex(state.getIndex())
                        .replaceParagraphLines(1)
                : start;
    }

    private static SourceLine escaped(SourceLine line) {
        return SourceLine.of(MathSpans.withoutBars(line.getContent().toString()), line.getSourceSpan());
    }

    /** The paragraph above the row of dashes; its last line is the head of the table. */
    private record Above(MatchedBlockParser matched) implements MatchedBlockParser {
        @Override
        public BlockParser getMatchedBlockParser() {
            return matched.getMatchedBlockParser();
        }

        @Override
        public SourceLines getParagraphLines() {
            return SourceLines.of(matched.getParagraphLines().getLines().stream()
                    .map(MathTables::escaped)
                    .toList());
        }
    }

    private record Table(BlockParser table) implements BlockParser {
        @Override
        public void addLine(SourceLine line) {
            table.addLine(escaped(line));
        }

        @Override
        public boolean isContainer() {
            return table.isContainer();
        }

        @Override
        public boolean canHaveLazyContinuationLines() {
            return table.canHaveLazyContinuationLines();
        }

        @Override
        public boolean canContain(Block child) {
            return table.canContain(child);
        }

        @Override
        public Block getBlock() {
            return table.getBlock();
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            return table.tryContinue(state);
        }

        @Override
        public void addSourceSpan(SourceSpan span) {
            table.addSourceSpan(span);
        }

        @Override
        public List<DefinitionMap<?>> getDefinitions() {
            return table.getDefinitions();
        }

        @Override
        public void closeBlock() {
            table.closeBlock();
        }

        @Override
        public void parseInlines(InlineParser inlines) {
            table.parseInlines(inlines);
        }
    }
}
