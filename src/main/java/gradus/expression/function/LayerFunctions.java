package gradus.expression.function;

import gradus.expression.function.LibraryFunction.Body;
import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.function.LibraryFunction.StepsBody;
import gradus.expression.value.Value;
import gradus.maths.Convolution;
import gradus.maths.ConvolutionSteps;
import gradus.maths.Network;
import gradus.maths.NetworkSteps;
import gradus.maths.Padding;
import gradus.maths.Pooling;
import gradus.maths.PoolingSteps;
import gradus.maths.Steps;
import gradus.maths.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Layers of networks that slide windows, forward and back: convolution and pooling; and the counts of whole networks. */
final class LayerFunctions {
    private static final String WINDOW = "padding=\"valid\", stride=1, dilation=1";

    private LayerFunctions() {}

    static List<LibraryFunction> all() {
        return Stream.of(filters(), products(), convolutions(), pooling(), counts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LibraryFunction> filters() {
        return List.of(
                slid(windowed(
                                        "correlate2d(x, f, " + WINDOW + ")",
                                        "Each window of x times f, summed. padding: \"valid\", \"same\", \"full\", n or [top, bottom, left, right].",
                                        "x의 각 창과 f의 곱의 합. padding: \"valid\", \"same\", \"full\", n 또는 [위, 아래, 왼쪽, 오른쪽].",
                                        Convolution::correlate2d,
                                        ConvolutionSteps::correlate2d)
                                .fault("kernel_flipped", "convolve2d(x, f, padding, stride, dilation)"))
                        .fault("largest", "largest_products(x, f, padding, stride, dilation)")
                        .whole()
                        .example("correlate2d([[1, 2, 3]], [[1, 1]])", "[[3, 5]]"),
                slid(windowed(
                                        "convolve2d(x, f, " + WINDOW + ")",
                                        "As correlate2d with f turned by 180°.",
                                        "f를 180° 돌려서 correlate2d와 같이.",
                                        Convolution::convolve2d,
                                        ConvolutionSteps::convolve2d)
                                .fault("kernel_not_flipped", "correlate2d(x, f, padding, stride, dilation)"))
                        .fault("largest", "largest_products(x, rot180(f), padding, stride, dilation)")
                        .whole()
                        .example(
                                "convolve2d([[1, 2], [3, 4]], [[1, 0], [0, 2]], padding=\"full\")",
                                "[[1, 2, 0], [3, 6, 4], [0, 6, 8]]"),
                tensor(
                                "conv_transpose2d(x, f, stride=1, padding=0)",
                                "The transposed convolution: every cell of x lays down f, scaled; what overlaps is summed.",
                                "전치 합성곱: x의 각 성분만큼 f를 곱해 놓고 겹치는 곳을 더합니다.",
                                a -> Convolution.convTranspose2d(
                                        a.tensor("x"), a.tensor("f"), a.integer("stride"), a.integer("padding")),
                                a -> ConvolutionSteps.convTranspose2d(
                                        a.tensor("x"), a.tensor("f"), a.integer("stride"), a.integer("padding")))
                        .whole()
                        .example("conv_transpose2d([[1, 2]], [[1, 1]], stride=2)", "[[1, 1, 2, 2]]"));
    }

    /** What people do wrong with any kernel that slides over an image. */
    private static LibraryFunction slid(LibraryFunction function) {
        return function.fault("output_turned", "rot180(#(x, f, padding, stride, dilation))")
                .fault("image_turned", "#(rot180(x), f, padding, stride, dilation)")
                .fault(
                        "kernel_turned",
                        "#(x, flip_lr(f), padding, stride, dilation)",
                        "#(x, flip_ud(f), padding, stride, dilation)",
                        "#(x, transpose(f), padding, stride, dilation)",
                        "#(x, rot180(transpose(f)), padding, stride, dilation)",
                        "#(x, flip_lr(transpose(f)), padding, stride, dilation)",
                        "#(x, flip_ud(transpose(f)), padding, stride, dilation)")
                .fault(
                        "mean_for_sum",
                        "#(x, f, padding, stride, dilation)/size(f)",
                        "#(x, f, padding, stride, dilation)/sum(f)")
                .fault("products", "#(x, f .* eye(rows(f)), padding, stride, dilation)")
                .fault(
                        "padding",
                        "#(x, f, \"same\", stride, dilation)",
                        "#(x, f, \"full\", stride, dilation)",
                        "#(x, f, \"valid\", stride, dilation)")
                .fault(
                        "stride",
                        "#(x, f, padding, 2, dilation)",
                        "#(x, f, padding, 3, dilation)",
                        "#(x, f, padding, 1, dilation)")
                .fault(
                        "edges",
                        "#(pad(x, 1, 1), f)",
                        "pad(#(x, f), 1)",
                        "pad(#(x, f), 1) + x .* (1 - pad(ones(rows(x) - 2, cols(x) - 2), 1))")
                .fault("padding", "#(x, f, [0, 2, 0, 2])", "#(x, f, [2, 0, 2, 0])")
                .fault("products", "#(x, f .* pad(ones(rows(f) - 2, cols(f) - 2), 1), padding, stride, dilation)")
                .fault(
                        "edges",
                        "#(pad(x, 1, 0, \"edge\"), f)",
                        "#(pad(x, 1, 0, \"reflect\"), f)",
                        "#(pad(x, 1, 0, \"wrap\"), f)");
    }

    private static List<LibraryFunction> products() {
        return List.of(LibraryFunction.of(
                        Group.ENGINE,
                        "largest_products(x, f, " + WINDOW + ")",
                        new Sentence(
                                "As correlate2d, with the largest product of each window instead of their sum.",
                                "correlate2d와 같지만 각 창에서 곱의 합 대신 가장 큰 곱."),
                        arguments -> Estimates.of(
                                arguments,
                                a -> RecordFields.tensor(Convolution.largestProducts(
                                        a.tensor("x"),
                                        a.tensor("f"),
                                        a.padding(),
                                        a.integer("stride"),
                                        a.integer("dilation")))))
                .whole()
                .example("largest_products([[1, 2, 3]], [[1, 1]])", "[[2, 3]]"));
    }

    private static List<LibraryFunction> convolutions() {
        return List.of(
                tensor(
                                "conv_layer(x, w, b, stride=1, padding=0, dilation=1, groups=1)",
                                "A convolutional layer, x [C,H,W], w [O,C/groups,kh,kw]: cross-correlation and a bias a map.",
                                "합성곱 층, x [C,H,W], w [O,C/groups,kh,kw]: 교차상관에 특징 맵마다 편향.",
                                a -> Convolution.convLayer(
                                        a.tensor("x"),
                                        a.tensor("w"),
                                        a.tensor("b"),
                                        a.padding(),
                                        a.integer("stride"),
                                        a.integer("dilation"),
                                        a.integer("groups")),
                                a -> ConvolutionSteps.convLayer(
                                        a.tensor("x"),
                                        a.tensor("w"),
                                        a.tensor("b"),
                                        a.padding(),
                                        a.integer("stride"),
                                        a.integer("dilation"),
                                        a.integer("groups")))
                        .whole()
                        .fault("term_left_out", "conv_layer(x, w, 0*b, stride, padding, dilation, groups)")
                        .fault("padding", "conv_layer(x, w, b, stride, 0, dilation, groups)")
                        .fault("stride", "conv_layer(x, w, b, 1, padding, dilation, groups)")
                        .example("conv_layer([[[1, 2], [3, 4]]], [[[[1]]]], 1)", "[[[2, 3], [4, 5]]]"),
                record(
                                "conv_layer_backward(x, w, b, dy, stride=1, padding=0, dilation=1, groups=1)",
                                "The gradients .dx .dw .db of conv_layer, from dy.",
                                "dy로부터 conv_layer의 기울기 .dx .dw .db.",
                                a -> RecordFields.of(Convolution.convLayerBackward(
                                        a.tensor("x"),
                                        a.tensor("w"),
                                        a.tensor("b"),
                                        a.tensor("dy"),
                                        a.padding(),
                                        a.integer("stride"),
                                        a.integer("dilation"),
                                        a.integer("groups"))),
                                a -> ConvolutionSteps.convLayerBackward(
                                        a.tensor("x"),
                                        a.tensor("w"),
                                        a.tensor("b"),
                                        a.tensor("dy"),
                                        a.padding(),
                                        a.integer("stride"),
                                        a.integer("dilation"),
                                        a.integer("groups")))
                        .whole()
                        .example("conv_layer_backward([[[1, 2]]], [[[[3]]]], 0, [[[1, 1]]]).dw", "[[[[3]]]]"));
    }

    private static List<LibraryFunction> pooling() {
        return List.of(
                pooled(
                                "max_pool(x, size=2, stride=size, padding=0)",
                                "The largest cell of each window.",
                                "각 창의 가장 큰 성분.",
                                Pooling::maxPool,
                                PoolingSteps::maxPool)
                        .whole()
                        .fault("function", "avg_pool(x, size, stride, padding)")
                        .fault("stride", "max_pool(x, size, 1, padding)")
                        .fault("function", "-max_pool(-x, size, stride, padding)")
                        .example("max_pool([[1, 2], [3, 4]])", "[[4]]"),
                pooled(
                                "avg_pool(x, size=2, stride=size, padding=0)",
                                "The mean of each window.",
                                "각 창의 평균.",
                                Pooling::avgPool,
                                PoolingSteps::avgPool)
                        .fault("function", "max_pool(x, size, stride, padding)")
                        .fault("sum_for_mean", "avg_pool(x, size, stride, padding)*size^2")
                        .fault("stride", "avg_pool(x, size, 1, padding)")
                        .example("avg_pool([[1, 2], [3, 6]])", "[[3]]"),
                tensor(
                                "max_pool_backward(x, dy, size=2, stride=size, padding=0)",
                                "The gradient by x: the first maximum of each window takes it all.",
                                "x에 대한 기울기: 각 창에서 처음 나온 최댓값이 모두 가져갑니다.",
                                a -> Pooling.maxPoolBackward(
                                        a.given("x"),
                                        a.tensor("dy"),
                                        a.integer("size"),
                                        a.integer("stride"),
                                        a.integer("padding")),
                                a -> PoolingSteps.maxPoolBackward(
                                        a.tensor("x"),
                                        a.tensor("dy"),
                                        a.integer("size"),
                                        a.integer("stride"),
                                        a.integer("padding")))
                        .whole()
                        .example("max_pool_backward([[1, 2], [3, 4]], [[5]])", "[[0, 0], [0, 5]]"));
    }

    private static List<LibraryFunction> counts() {
        return List.of(LibraryFunction.of(
                        Group.ENGINE,
                        "network(input, layers)",
                        new Sentence(
                                "Shapes and counts of a network such as network(\"32x32x3\", \"conv(8,5); maxpool(2); dense(10)\"): .shapes .params .macs .total .receptive_field.",
                                "network(\"32x32x3\", \"conv(8,5); maxpool(2); dense(10)\") 같은 신경망의 층별 모양과 개수: .shapes .params .macs .total .receptive_field."),
                        a -> RecordFields.of(Network.network(a.text("input"), a.text("layers"))))
                .steps(a -> NetworkSteps.network(a.text("input"), a.text("layers")))
                .whole()
                .example("network(\"400\", \"dense(120)\").total", "48120"));
    }

    /** What slides a kernel over an image. */
    private interface Windowed {
        Tensor of(Tensor x, Tensor f, Padding padding, int stride, int dilation);
    }

    private interface WindowedSteps {
        Steps of(List<String> letters, Tensor x, Tensor f, Padding padding, int stride, int dilation);
    }

    private static LibraryFunction windowed(
            String signature, String en, String ko, Windowed value, WindowedSteps steps) {
        return tensor(
                signature,
                en,
                ko,
                a -> value.of(a.tensor("x"), a.tensor("f"), a.padding(), a.integer("stride"), a.integer("dilation")),
                a -> steps.of(
                        a.letters("x", "f"),
                        a.tensor("x"),
                        a.tensor("f"),
                        a.padding(),
                        a.integer("stride"),
                        a.integer("dilation")));
    }

    /** What makes one cell of each window. */
    private interface Pooled {
        Tensor of(Tensor x, int size, int stride, int padding);
    }

    private interface PooledSteps {
        Steps of(List<String> letters, Tensor x, int size, int stride, int padding);
    }

    private static LibraryFunction pooled(String signature, String en, String ko, Pooled value, PooledSteps steps) {
        return tensor(
                signature,
                en,
                ko,
                a -> value.of(a.tensor("x"), a.integer("size"), a.integer("stride"), a.integer("padding")),
                a -> steps.of(
                        a.letters("x"), a.tensor("x"), a.integer("size"), a.integer("stride"), a.integer("padding")));
    }

    /** A function of the engine that gives a tensor or number, with an estimated bound. */
    static LibraryFunction tensor(
            String signature, String en, String ko, Function<Arguments, Tensor> function, StepsBody steps) {
        return record(signature, en, ko, arguments -> RecordFields.tensor(function.apply(arguments)), steps);
    }

    /** A function of the engine that gives a record, with estimated bounds. */
    static LibraryFunction record(
            String signature, String en, String ko, Function<Arguments, Value> function, StepsBody steps) {
        Body estimated = arguments -> Estimates.of(arguments, function);
        return LibraryFunction.of(Group.ENGINE, signature, new Sentence(en, ko), estimated)
                .steps(steps);
    }
}
