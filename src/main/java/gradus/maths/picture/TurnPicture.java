package gradus.maths.picture;

import gradus.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** A kernel beside the kernel turned by 180°. */
public record TurnPicture(Grid kernel, String letter, Grid turned, String turnedLetter) implements Picture {
    @Override
    public List<Svg> drawings(Locale language, DoubleFunction<String> number) {
        return List.of(
                Grid.drawn(
                        PlainLetters.plain(letter),
                        kernel.written(number),
                        kernel.columns(),
                        any -> false,
                        at -> at == 0),
                Grid.sign("→ 180° →"),
                Grid.drawn(
                        PlainLetters.plain(turnedLetter),
                        turned.written(number),
                        turned.columns(),
                        any -> false,
                        at -> at == turned.cells().length - 1));
    }

    @Override
    public Message words(DoubleFunction<String> number) {
        return Message.of("picture.turn", PlainLetters.plain(letter), rows(kernel, number), rows(turned, number));
    }

    private static String rows(Grid grid, DoubleFunction<String> number) {
        List<String> cells = grid.written(number);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < cells.size(); at++) {
            text.append(at == 0 ? "" : at % grid.columns() == 0 ? "; " : " ").append(cells.get(at));
        }
        return text.toString();
    }
}
