package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The engine's vectors in the language of authors, line by line through {@code eval --lines}. */
class EngineThroughEvalTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyCaseOfTheVectorsHolds() throws IOException {
        try (InputStream file = EngineThroughEvalTest.class.getResourceAsStream("/vectors/engine.json")) {
            List<JsonNode> cases = new ArrayList<>();
            JSON.readTree(file).forEach(cases::add);
            return cases.stream()
                    .map(node -> DynamicTest.dynamicTest(node.get("id").asText(), () -> new Case(node).holds()));
        }
    }

    /** One case: its inputs are the names of the line, its operation becomes expressions of them. */
    private static final class Case {
        private final JsonNode node;
        private final JsonNode params;
        private final JsonNode expected;
        private final ObjectNode let = JSON.createObjectNode();
        /** What each expression must come to. */
        private final Map<String, JsonNode> due = new LinkedHashMap<>();

        Case(JsonNode node) {
            this.node = node;
            this.params = node.get("params");
            this.expected = node.get("expected");
            node.get("inputs").properties().forEach(input -> {
                if (input.getKey().equals("grads")) {
                    for (int i = 0; i < input.getValue().size(); i++) {
                        let.set("g" + (i + 1), input.getValue().get(i));
                    }
                } else if (input.getValue().isNumber()
                        || input.getValue().isArray()
                                && !input.getValue().get(0).isObject()) {
                    let.set(input.getKey(), input.getValue());
                }
            });
        }

        void holds() throws IOException {
            write();
            assertTrue(!due.isEmpty(), node.get("op").asText());
            StringBuilder lines = new StringBuilder();
            for (String expression : due.keySet()) {
                ObjectNode line = JSON.createObjectNode().put("expr", expression);
                line.set("let", let);
                lines.append(line).append('\n');
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Lines(Locale.ENGLISH)
                    .answer(
                            new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
                            out,
                            EvalCommand::answer);
            List<String> answers = out.toString(StandardCharsets.UTF_8).lines().toList();
            assertEquals(due.size(), answers.size());
            int i = 0;
            for (Map.Entry<String, JsonNode> entry : due.entrySet()) {
                JsonNode value = JSON.readTree(answers.get(i++)).path("value");
                assertSame(entry.getValue(), value, entry.getKey() + " is " + answers.get(i - 1));
            }
        }

        private void assertSame(JsonNode wanted, JsonNode value, String message) {
            if (wanted.isArray()) {
                assertEquals(wanted.size(), value.size(), message);
                for (int i = 0; i < wanted.size(); i++) {
                    assertSame(wanted.get(i), value.get(i), message);
                }
            } else {
                assertTrue(value.isNumber(), message);
                double bound = node.get("tol").asDouble() * Math.max(1, Math.abs(wanted.asDouble()));
                assertEquals(wanted.asDouble() + 0.0, value.asDouble() + 0.0, bound, message);
            }
        }

        private void write() {
            switch (node.get("op").asText()) {
                case "conv2d" ->
                    whole((text("kind").equals("correlation") ? "correlate2d" : "convolve2d") + "(x, f, padding="
                            + padding() + ", stride=" + text("stride") + ", dilation=" + text("dilation") + ")");
                case "conv2d_multichannel" -> layer();
                case "sigmoid", "tanh", "relu" -> whole(node.get("op").asText() + "(x)");
                case "sigmoid_derivative", "tanh_derivative", "relu_derivative" ->
                    whole(node.get("op").asText().replace("derivative", "prime") + "(x)");
                case "leaky_relu" -> whole("leaky_relu(x, slope=" + text("slope") + ")");
                case "leaky_relu_derivative" -> whole("leaky_relu_prime(x, slope=" + text("slope") + ")");
                case "logistic_loss" -> logisticLoss();
                case "momentum", "rmsprop", "adam", "adam_weight_decay" -> optimiser();
                case "two_layer_relu_backprop" -> twoLayer();
                case "l2_weight_decay" -> weightDecay();
                case "dropout" -> {
                    String inverted = ", inverted=" + text("variant").equals("inverted") + ")";
                    field("train", "dropout(a, mask, " + text("keep_prob") + inverted);
                    field("train_backward", "dropout_backward(da, mask, " + text("keep_prob") + inverted);
                    field("test", "dropout_test(a, " + text("keep_prob") + inverted);
                }
                case "linreg_momentum" -> linear();
                case "softmax_cross_entropy" -> {
                    field("p", "softmax_cross_entropy(logits, label).p");
                    field("loss", "softmax_cross_entropy(logits, label).loss");
                    field("dlogits", "softmax_cross_entropy(logits, label).dz");
                }
                case "param_count", "param_count_lenet5_1998", "param_count_recurrent", "param_count_attention" ->
                    count();
                case "output_shape" -> shape();
                case "maxpool" -> {
                    String size = text("k") + ", stride=" + text("stride");
                    field("y", "max_pool(x, " + size + ")");
                    field("dx", "max_pool_backward(x, dy, " + size + ")");
                    field("avgpool", "avg_pool(x, " + size + ")");
                }
                case "conv_transpose" ->
                    whole("conv_transpose2d(x, f, stride=" + text("stride") + ", padding=" + text("pad") + ")");
                case "batchnorm" -> batchNorm();
                case "rnn_step", "gru_step" -> field("h", node.get("op").asText() + "(x, h, W_ih, W_hh, b_ih, b_hh)");
                case "lstm_step" -> {
                    field("h", "lstm_step(x, h, W_ih, W_hh, b_ih, b_hh, c).h");
                    field("c", "lstm_step(x, h, W_ih, W_hh, b_ih, b_hh, c).c");
                }
                case "attention" -> {
                    field("weights", "attention(Q, K, V, causal=" + text("causal") + ").weights");
                    field("out", "attention(Q, K, V, causal=" + text("causal") + ").out");
                }
                default -> throw new AssertionError("no expression for " + node.get("op"));
            }
        }

        private String text(String param) {
            return params.get(param).asText();
        }

        private String padding() {
            return params.has("pad") ? params.get("pad").toString() : '"' + text("mode") + '"';
        }

        private void whole(String expression) {
            due.put(expression, expected);
        }

        private void field(String name, String expression) {
            if (expected.has(name)) {
                due.put(expression, expected.get(name));
            }
        }

        private void layer() {
            String options = ", stride=%s, padding=%s, dilation=%s, groups=%s)"
                    .formatted(text("stride"), padding(), text("dilation"), text("groups"));
            field("y", "conv_layer(x, f, b" + options);
            field("dX", "conv_layer_backward(x, f, b, dy" + options + ".dx");
            field("dF", "conv_layer_backward(x, f, b, dy" + options + ".dw");
            field("db", "conv_layer_backward(x, f, b, dy" + options + ".db");
        }

        private void logisticLoss() {
            field("loss_each", "logistic_loss(y, sigmoid(z))");
            field("loss_mean", "mean(logistic_loss(y, sigmoid(z)))");
            field("dL_dz_each", "sigmoid(z) - y");
            field("dJ_dz_mean", "(sigmoid(z) - y)/rows(y)");
            field("dL_dyhat_each", "(sigmoid(z) - y)./(sigmoid(z).*(1 - sigmoid(z)))");
        }

        private void optimiser() {
            int steps = node.get("inputs").get("grads").size();
            String grads = IntStream.rangeClosed(1, steps)
                    .mapToObj(i -> "g" + i)
                    .collect(Collectors.joining(", ", "seq(", ")"));
            StringBuilder call = new StringBuilder(node.get("op").asText().replace("_weight_decay", ""))
                    .append("(w0, ")
                    .append(grads);
            argument(call, "lr", "lr");
            argument(call, "beta", "beta");
            argument(call, "beta1", "beta1");
            argument(call, "beta2", "beta2");
            argument(call, "eps", "eps");
            argument(call, "l2_in_gradient", "weight_decay");
            argument(call, "weight_decay", "weight_decay");
            argument(call, "decoupled", "decoupled");
            argument(call, "bias_correction", "corrected");
            if (params.path("eps_place").asText().equals("inside")) {
                call.append(", eps_inside=true");
            }
            if (params.has("variant")) {
                String form = Map.of("ema", "average", "classical_pytorch", "classical")
                        .getOrDefault(text("variant"), "nesterov");
                call.append(", form=\"").append(form).append('"');
            }
            for (String start : new String[] {"v0", "s0", "t0"}) {
                if (let.has(start)) {
                    call.append(", ").append(start).append('=').append(start);
                }
            }
            due.put(call + ").history", expected.get("w"));
            due.put(call + ").w", last("w"));
            for (String average : new String[] {"v", "s"}) {
                if (expected.has(average)) {
                    due.put(call + ")." + average, last(average));
                }
            }
        }

        private JsonNode last(String name) {
            return expected.get(name).get(expected.get(name).size() - 1);
        }

        private void argument(StringBuilder call, String param, String name) {
            if (params.has(param)) {
                call.append(", ").append(name).append('=').append(text(param));
            }
        }

        private void twoLayer() {
            String call = "two_layer(X, T, W1, B1, W2, B2, output=\"%s\", scale=%s)"
                    .formatted(text("output_activation"), text("scale"));
            for (String name : "Z1 A1 Z2 A2 E dZ2 dZ1 dW1 dB1 dW2 dB2".split(" ")) {
                field(name, call + "." + name);
            }
            for (String name : "W1 B1 W2 B2".split(" ")) {
                field(name + "_new", name + " - " + text("lr") + "*" + call + ".d" + name);
            }
        }

        private void weightDecay() {
            String end = text("lambda") + ", " + text("m") + ")";
            field("penalty", "l2_penalty(W, " + end);
            field("dW_total", "l2_gradient(W, dW_backprop, " + end);
            field("W_new", "l2_update(W, dW_backprop, " + text("lr") + ", " + end);
            field("frobenius_sq", "sumsq(W)");
            field("penalty_gradient", text("lambda") + "/" + text("m") + "*W");
        }

        private void linear() {
            for (int i = 1; i <= expected.get("steps").size(); i++) {
                JsonNode step = expected.get("steps").get(i - 1);
                String steps = "linear_momentum(X, t, w, w0, " + text("lr") + ", " + text("beta") + ", ";
                String before = steps + (i - 1) + ")";
                String gradient =
                        "linear_gradient(X, t, " + before + ".w, " + before + ".b, scale=" + text("scale") + ")";
                due.put(gradient + ".o", step.get("o"));
                due.put(gradient + ".error", step.get("E"));
                due.put(gradient + ".dw", step.get("dw"));
                due.put(gradient + ".db", step.get("dw0"));
                due.put(steps + i + ").vw", step.get("Vdw"));
                due.put(steps + i + ").vb", step.get("Vdw0"));
                due.put(steps + i + ").w", step.get("w"));
                due.put(steps + i + ").b", step.get("w0"));
            }
        }

        private void batchNorm() {
            String call = "batch_norm(x, gamma, beta, eps=" + text("eps") + ")";
            String back = "batch_norm_backward(x, gamma, beta, dy, " + text("eps") + ")";
            field("y", call + ".y");
            field("batch_var_biased", call + ".var");
            field("running_mean", text("momentum") + "*" + call + ".mean");
            field("dx", back + ".dx");
            field("dgamma", back + ".dgamma");
            field("dbeta", back + ".dbeta");
        }

        private void count() {
            JsonNode inputs = node.get("inputs");
            String network = switch (node.get("op").asText()) {
                case "param_count_lenet5_1998" ->
                    "network(\"32x32x1\", \"conv(6, 5); subsample(2); conv(16, 5, connections=60);"
                            + " subsample(2); conv(120, 5); dense(84)\")";
                case "param_count_recurrent" ->
                    "network(\"%s\", \"%s(%s, biases=%s)\")"
                            .formatted(
                                    inputs.get("input"),
                                    inputs.get("kind").asText(),
                                    inputs.get("hidden"),
                                    text("biases_per_gate"));
                case "param_count_attention" ->
                    "network(\"%s\", \"attention(heads=%s, bias=%s)\")"
                            .formatted(inputs.get("d_model"), inputs.get("heads"), text("bias"));
                default -> network(inputs.get("layers"));
            };
            field("total", network + ".total");
            field("total_trainable", network + ".total");
            if (expected.path("per_layer").isArray()) {
                field("per_layer", network + ".params");
            }
        }

        /** The cases give no input size; 32×32 is the one at which their dense layers fit. */
        private static String network(JsonNode layers) {
            List<String> written = new ArrayList<>();
            for (JsonNode layer : layers) {
                written.add(
                        switch (layer.get("type").asText()) {
                            case "conv" ->
                                "conv(%s, %s, groups=%s, bias=%s)"
                                        .formatted(
                                                layer.get("out"),
                                                layer.get("k"),
                                                layer.get("groups"),
                                                layer.get("bias"));
                            case "pool" -> "maxpool(2)";
                            case "fc" -> "dense(%s, bias=%s)".formatted(layer.get("out"), layer.get("bias"));
                            default -> "batchnorm()";
                        });
            }
            boolean plain = layers.get(0).get("type").asText().equals("fc");
            return "network(\"" + (plain ? "" : "32x32x") + layers.get(0).get("in") + "\", \""
                    + String.join("; ", written) + "\")";
        }

        private void shape() {
            String rest = text("k") + ", stride=" + text("stride") + ", padding=" + text("pad");
            String layer = text("type").equals("conv")
                    ? "conv(" + text("filters") + ", " + rest + ", dilation=" + text("dilation") + ")"
                    : "maxpool(" + rest + ")";
            JsonNode in = node.get("inputs").get("in");
            String call = "network(\"%s\", \"%s\")".formatted(in.get(0) + "x" + in.get(1) + "x" + in.get(2), layer);
            due.put(call + ".shapes[1]", expected);
        }
    }
}
