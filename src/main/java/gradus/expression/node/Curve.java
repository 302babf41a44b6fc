package gradus.expression.node;

import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Run;
import gradus.expression.value.Value;
import gradus.maths.picture.CurvePicture;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The graph of a function that is called with given points. */
final class Curve {
    private static final double WIDEST = 20;
    private static final double NARROWEST = 4;
    private static final int SAMPLES = 120;

    private Curve() {}

    /** The graph, or null where the call is no function of one number that goes cell by cell, or has no graph to speak of. */
    static @Nullable CurvePicture of(CallNode call, Run run) {
        Group group = call.function().group();
        Node argument = call.named().length > 0 ? call.named()[0] : null;
        if (!(group == Group.ACTIVATION || group == Group.ELEMENTWISE) || argument == null) {
            return null;
        }
        Value given = argument.evaluate(run);
        Value found = call.evaluate(run);
        if (!given.isNumeric()
                || !found.isNumeric()
                || found.asTensor().size() != given.asTensor().size()) {
            return null;
        }
        double[] x = given.asTensor().cells();
        double[] y = found.asTensor().cells();
        double reach = DoubleStream.of(x).map(Math::abs).max().orElse(0) * 1.2;
        if (!(reach <= WIDEST) || !(at(x[0], call, run) == y[0])) {
            return null;
        }
        double end = Math.max(NARROWEST, reach);
        double[] curve = new double[2 * (SAMPLES + 1)];
        for (int i = 0; i <= SAMPLES; i++) {
            curve[2 * i] = -end + 2 * end * i / SAMPLES;
            curve[2 * i + 1] = at(curve[2 * i], call, run);
        }
        double[] asked = new double[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            asked[2 * i] = x[i];
            asked[2 * i + 1] = y[i];
        }
        boolean hasGraph = DoubleStream.concat(DoubleStream.of(curve), DoubleStream.of(asked))
                .allMatch(Double::isFinite);
        return hasGraph
                ? new CurvePicture(with(new PrintedNode(0, "x", "x"), call).latex(), curve, asked)
                : null;
    }

    private static CallNode with(Node argument, CallNode call) {
        @Nullable Node[] named = call.named().clone();
        named[0] = argument;
        return new CallNode(call.at(), call.function(), call.rest(), named, call.site());
    }

    private static double at(double x, CallNode call, Run run) {
        Value value =
                with(new NumberNode(0, new NumberValue(x, 0), "x", "x"), call).evaluate(run);
        return value.isNumeric() && value.asTensor().size() == 1
                ? value.asTensor().cell(0)
                : Double.NaN;
    }
}
