package gradus.maths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The engine against values that it did not make itself: PyTorch, SciPy, ONNX, published papers and courses. */
class EngineVectorsTest {
    @TestFactory
    Stream<DynamicTest> everyCaseOfTheVectorsHolds() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (InputStream file = EngineVectorsTest.class.getResourceAsStream("/vectors/engine.json")) {
            new ObjectMapper().readTree(file).forEach(cases::add);
        }
        assertEquals(97, cases.size());
        return cases.stream()
                .map(node -> DynamicTest.dynamicTest(node.get("id").asText(), () -> new Case(node).holds()));
    }

    /** One case; remembers which expected fields were looked at, so that none is passed over. */
    private static final class Case {
        private final JsonNode node;
        private final double tolerance;
        private final Set<String> checked = new HashSet<>();

        Case(JsonNode node) {
            this.node = node;
            this.tolerance = node.get("tol").asDouble();
        }

        void holds() {
            check();
            JsonNode expected = node.get("expected");
            expected.fieldNames()
                    .forEachRemaining(name -> assertTrue(checked.contains(name), name + " is not checked"));
            assertTrue(expected.isObject() || !checked.isEmpty());
        }

        private void check() {
            switch (node.get("op").asText()) {
                case "conv2d" ->
                    whole(Convolution.correlate2d(in("x"), in("f"), padding(), whole("stride"), whole("dilation")));
                case "conv2d_multichannel" -> layer();
                case "sigmoid" -> whole(Called.of("sigmoid", in("x")).tensor());
                case "sigmoid_derivative" ->
                    whole(Called.of("sigmoid_prime", in("x")).tensor());
                case "tanh" -> whole(Called.of("tanh", in("x")).tensor());
                case "tanh_derivative" -> whole(Called.of("tanh_prime", in("x")).tensor());
                case "relu" -> whole(Called.of("relu", in("x")).tensor());
                case "relu_derivative" -> whole(Called.of("relu_prime", in("x")).tensor());
                case "leaky_relu" ->
                    whole(Called.of("leaky_relu", in("x"), param("slope")).tensor());
                case "leaky_relu_derivative" ->
                    whole(Called.of("leaky_relu_prime", in("x"), param("slope")).tensor());
                case "logistic_loss" -> logisticLoss();
                case "momentum" -> momentum();
                case "rmsprop" -> rmsprop();
                case "adam", "adam_weight_decay" -> adam();
                case "two_layer_relu_backprop" -> twoLayer();
                case "l2_weight_decay" -> weightDecay();
                case "dropout" -> dropout();
                case "linreg_momentum" -> linear();
                case "softmax_cross_entropy" -> softmaxCrossEntropy();
                case "param_count", "param_count_lenet5_1998", "param_count_recurrent", "param_count_attention" ->
                    count();
                case "output_shape" -> outputShape();
                case "maxpool" -> pooling();
                case "conv_transpose" ->
                    whole(Convolution.convTranspose2d(in("x"), in("f"), whole("stride"), whole("pad")));
                case "batchnorm" -> batchNorm();
                case "rnn_step" ->
                    same(
                            "h",
                            Called.of("rnn_step", in("x"), in("h"), in("W_ih"), in("W_hh"), in("b_ih"), in("b_hh"))
                                    .tensor());
                case "gru_step" ->
                    same(
                            "h",
                            Called.of("gru_step", in("x"), in("h"), in("W_ih"), in("W_hh"), in("b_ih"), in("b_hh"))
                                    .tensor());
                case "lstm_step" -> lstm();
                case "attention" -> attention();
                default -> throw new AssertionError("no check for " + node.get("op"));
            }
        }

        private Padding padding() {
            JsonNode pad = node.get("params").get("pad");
            return pad == null ? Padding.of(node.get("params").get("mode").asText()) : Padding.of(tensor(pad));
        }

        private void layer() {
            int stride = whole("stride");
            int dilation = whole("dilation");
            int groups = whole("groups");
            same("y", Convolution.convLayer(in("x"), in("f"), in("b"), padding(), stride, dilation, groups));
            var back = Convolution.convLayerBackward(
                    in("x"), in("f"), in("b"), in("dy"), padding(), stride, dilation, groups);
            same("dX", back.dx());
            same("dF", back.dw());
            same("db", back.db());
        }

        private void logisticLoss() {
            Tensor y = in("y");
            Tensor p = Called.of("sigmoid", in("z")).tensor();
            double m = y.size();
            Tensor each = Called.of("logistic_loss", y, p).tensor();
            same("loss_each", each);
            same("loss_mean", Inner.product(each, Tensor.filled(1 / m, each.shape())));
            same("dL_dz_each", p.zip(y, (a, b) -> a - b));
            same("dJ_dz_mean", p.zip(y, (a, b) -> (a - b) / m));
            same("dL_dyhat_each", p.zip(y, (a, b) -> (a - b) / (a * (1 - a))));
        }

        private void momentum() {
            String form = switch (node.get("params").get("variant").asText()) {
                case "ema" -> "average";
                case "classical_pytorch" -> "classical";
                default -> "nesterov";
            };
            var result = Called.of(
                    "momentum", in("w0"), grads(), param("lr"), param("beta"), in("v0"), form, flag("bias_correction"));
            history("w", result.list("history"));
            history("v", result.list("v_history"));
            checkUsed("v_used", result.list("v_history"), flag("bias_correction") ? param("beta") : 0);
        }

        private void rmsprop() {
            var result = Called.of(
                    "rmsprop",
                    in("w0"),
                    grads(),
                    param("lr"),
                    param("beta"),
                    param("eps"),
                    inside(),
                    in("s0"),
                    flag("bias_correction"));
            history("w", result.list("history"));
            history("s", result.list("s_history"));
            checkUsed("s_used", result.list("s_history"), flag("bias_correction") ? param("beta") : 0);
        }

        private void adam() {
            boolean corrected = !node.get("params").has("bias_correction") || flag("bias_correction");
            boolean decoupled = node.get("params").has("decoupled") && flag("decoupled");
            double decay = param("l2_in_gradient", param("weight_decay", 0));
            var result = Called.of(
                    "adam",
                    in("w0"),
                    grads(),
                    param("lr"),
                    param("beta1"),
                    param("beta2"),
                    param("eps"),
                    inside(),
                    corrected,
                    node.get("inputs").path("t0").asInt(),
                    optional("v0"),
                    optional("s0"),
                    decay,
                    decoupled);
            history("w", result.list("history"));
            history("v", result.list("v_history"));
            history("s", result.list("s_history"));
            checkUsed("v_used", result.list("v_history"), corrected ? param("beta1") : 0);
            checkUsed("s_used", result.list("s_history"), corrected ? param("beta2") : 0);
            if (node.get("expected").has("v_used")) {
                JsonNode used = node.get("expected").get("v_used");
                same(tensor(used.get(used.size() - 1)), result.tensor("v_hat"));
            }
        }

        private void twoLayer() {
            String output = node.get("params").get("output_activation").asText();
            var back = Called.of(
                    "two_layer",
                    in("X"),
                    in("T"),
                    in("W1"),
                    in("B1"),
                    in("W2"),
                    in("B2"),
                    "relu",
                    output,
                    param("scale"));
            same("Z1", back.tensor("Z1"));
            same("A1", back.tensor("A1"));
            same("Z2", back.tensor("Z2"));
            same("A2", back.tensor("A2"));
            same("E", back.number("E"));
            same("dZ2", back.tensor("dZ2"));
            same("dZ1", back.tensor("dZ1"));
            same("dW1", back.tensor("dW1"));
            same("dB1", back.tensor("dB1"));
            same("dW2", back.tensor("dW2"));
            same("dB2", back.tensor("dB2"));
            descent("W1_new", in("W1"), back.tensor("dW1"));
            descent("B1_new", in("B1"), back.tensor("dB1"));
            descent("W2_new", in("W2"), back.tensor("dW2"));
            descent("B2_new", in("B2"), back.tensor("dB2"));
        }

        private void descent(String name, Tensor w, Tensor gradient) {
            same(name, Called.of("sgd", w, List.of(gradient), param("lr")).tensor("w"));
        }

        private void weightDecay() {
            Tensor w = in("W");
            Tensor dw = in("dW_backprop");
            double lambda = param("lambda");
            double m = param("m");
            same("penalty", Called.of("l2_penalty", w, lambda, m).number());
            same(
                    "penalty_gradient",
                    Called.of("l2_gradient", w, Tensor.zeros(w.shape()), lambda, m)
                            .tensor());
            same("dW_total", Called.of("l2_gradient", w, dw, lambda, m).tensor());
            same("W_new", Called.of("l2_update", w, dw, param("lr"), lambda, m).tensor());
            same("frobenius_sq", Called.of("sumsq", w).number());
            same("decay_factor", 1 - param("lr") * lambda / m);
        }

        private void dropout() {
            boolean inverted = node.get("params").get("variant").asText().equals("inverted");
            double keep = param("keep_prob");
            same(
                    "train",
                    Called.of("dropout", in("a"), in("mask"), keep, inverted).tensor());
            same(
                    "train_backward",
                    Called.of("dropout_backward", in("da"), in("mask"), keep, inverted)
                            .tensor());
            same("test", Called.of("dropout_test", in("a"), keep, inverted).tensor());
        }

        private void linear() {
            JsonNode steps = node.get("expected").get("steps");
            for (int i = 0; i < steps.size(); i++) {
                JsonNode step = steps.get(i);
                var before = Called.of(
                        "linear_momentum", in("X"), in("t"), in("w"), in("w0"), param("lr"), param("beta"), i);
                var gradient = Called.of(
                        "linear_gradient", in("X"), in("t"), before.tensor("w"), before.tensor("b"), param("scale"));
                var after = Called.of(
                        "linear_momentum", in("X"), in("t"), in("w"), in("w0"), param("lr"), param("beta"), i + 1);
                same(tensor(step.get("o")), gradient.tensor("o"));
                same(tensor(step.get("E")), Tensor.number(gradient.number("error")));
                same(tensor(step.get("dw")), gradient.tensor("dw"));
                same(tensor(step.get("dw0")), gradient.tensor("db"));
                same(tensor(step.get("Vdw")), after.tensor("vw"));
                same(tensor(step.get("Vdw0")), after.tensor("vb"));
                same(tensor(step.get("w")), after.tensor("w"));
                same(tensor(step.get("w0")), after.tensor("b"));
            }
            checked.add("steps");
        }

        private void softmaxCrossEntropy() {
            var result = Called.of("softmax_cross_entropy", in("logits"), in("label"));
            same("p", result.tensor("p"));
            same("loss", result.number("loss"));
            same("dlogits", result.tensor("dz"));
            assertEquals(
                    result.number("loss"),
                    Called.of("cross_entropy", result.tensor("p"), in("label")).number(),
                    1e-12);
        }

        private void count() {
            Network network = NetworkCases.of(node);
            JsonNode expected = node.get("expected");
            checked.add("per_layer");
            checked.add(expected.has("total") ? "total" : "total_trainable");
            if (expected.has("per_layer")) {
                List<Double> counts = new ArrayList<>();
                expected.get("per_layer").forEach(count -> counts.add(count.asDouble()));
                assertArrayEquals(
                        counts.stream().mapToDouble(Double::doubleValue).toArray(),
                        network.params().cells());
            }
            double total = expected.path("total")
                    .asDouble(expected.path("total_trainable").asDouble());
            assertEquals(total, network.total());
        }

        private void outputShape() {
            JsonNode params = node.get("params");
            JsonNode in = node.get("inputs").get("in");
            String input = in.get(0) + "x" + in.get(1) + "x" + in.get(2);
            String rest =
                    "%s, stride=%s, padding=%s".formatted(params.get("k"), params.get("stride"), params.get("pad"));
            String layer = params.get("type").asText().equals("conv")
                    ? "conv(" + params.get("filters") + ", " + rest + ", dilation=" + params.get("dilation") + ")"
                    : "maxpool(" + rest + ")";
            whole(Network.network(input, layer).shapes().get(0));
        }

        private void pooling() {
            int size = whole("k");
            int stride = whole("stride");
            same("y", Pooling.maxPool(in("x"), size, stride, 0));
            same("dx", Pooling.maxPoolBackward(in("x"), in("dy"), size, stride, 0));
            same("avgpool", Pooling.avgPool(in("x"), size, stride, 0));
        }

        private void batchNorm() {
            var result = Called.of("batch_norm", in("x"), in("gamma"), in("beta"), param("eps"));
            var back = Called.of("batch_norm_backward", in("x"), in("gamma"), in("beta"), in("dy"), param("eps"));
            double m = in("x").rows();
            double momentum = param("momentum");
            same("y", result.tensor("y"));
            same("batch_var_biased", result.tensor("var"));
            same("running_mean", result.tensor("mean").map(mean -> momentum * mean));
            same("running_var_unbiased", result.tensor("var").map(var -> 1 - momentum + momentum * var * m / (m - 1)));
            same("dx", back.tensor("dx"));
            same("dgamma", back.tensor("dgamma"));
            same("dbeta", back.tensor("dbeta"));
        }

        private void lstm() {
            var result =
                    Called.of("lstm_step", in("x"), in("h"), in("W_ih"), in("W_hh"), in("b_ih"), in("b_hh"), in("c"));
            same("h", result.tensor("h"));
            same("c", result.tensor("c"));
        }

        private void attention() {
            var result = Called.of("attention", in("Q"), in("K"), in("V"), flag("causal"));
            same("weights", result.tensor("weights"));
            same("out", result.tensor("out"));
        }

        private boolean inside() {
            return node.get("params").path("eps_place").asText().equals("inside");
        }

        private List<Tensor> grads() {
            List<Tensor> grads = new ArrayList<>();
            node.get("inputs").get("grads").forEach(gradient -> grads.add(tensor(gradient)));
            return grads;
        }

        private void history(String name, List<Tensor> steps) {
            JsonNode expected = node.get("expected").get(name);
            assertEquals(expected.size(), steps.size());
            for (int i = 0; i < steps.size(); i++) {
                same(tensor(expected.get(i)), steps.get(i));
            }
            checked.add(name);
        }

        private void checkUsed(String name, List<Tensor> steps, double beta) {
            if (node.get("expected").has(name)) {
                int t0 = node.get("inputs").path("t0").asInt();
                List<Tensor> used = new ArrayList<>();
                for (Tensor step : steps) {
                    double weight = 1 - Math.pow(beta, t0 + used.size() + 1);
                    used.add(step.map(cell -> cell / weight));
                }
                history(name, used);
            }
        }

        private Tensor in(String name) {
            return tensor(node.get("inputs").get(name));
        }

        private Tensor optional(String name) {
            return node.get("inputs").has(name) ? in(name) : Tensor.number(0);
        }

        private double param(String name) {
            return node.get("params").get(name).asDouble();
        }

        private double param(String name, double otherwise) {
            return node.get("params").path(name).asDouble(otherwise);
        }

        private int whole(String name) {
            return node.get("params").get(name).asInt();
        }

        private boolean flag(String name) {
            return node.get("params").get(name).asBoolean();
        }

        private void whole(Tensor actual) {
            same(tensor(node.get("expected")), actual);
            checked.add("");
        }

        private void same(String name, double actual) {
            same(name, Tensor.number(actual));
        }

        private void same(String name, Tensor actual) {
            checked.add(name);
            if (node.get("expected").has(name)) {
                same(tensor(node.get("expected").get(name)), actual);
            }
        }

        private void same(Tensor expected, Tensor actual) {
            assertArrayEquals(expected.shape(), actual.shape());
            for (int i = 0; i < expected.size(); i++) {
                double bound = tolerance * Math.max(1, Math.abs(expected.cell(i)));
                assertEquals(expected.cell(i) + 0.0, actual.cell(i) + 0.0, bound);
            }
        }
    }

    static Tensor tensor(JsonNode json) {
        if (!json.isArray()) {
            return Tensor.number(json.asDouble());
        }
        List<Tensor> parts = new ArrayList<>();
        json.forEach(part -> parts.add(tensor(part)));
        assertFalse(parts.isEmpty());
        int[] inner = parts.get(0).shape();
        int[] shape = new int[inner.length + 1];
        shape[0] = parts.size();
        System.arraycopy(inner, 0, shape, 1, inner.length);
        double[] cells = parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.cells()))
                .toArray();
        return Tensor.of(shape, cells);
    }
}
