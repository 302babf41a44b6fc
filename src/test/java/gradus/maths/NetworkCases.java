package gradus.maths;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The counting cases of the vectors, written as an author would write the network. */
final class NetworkCases {
    private NetworkCases() {}

    static Network of(JsonNode node) {
        JsonNode inputs = node.get("inputs");
        JsonNode params = node.get("params");
        return switch (node.get("op").asText()) {
            case "param_count_lenet5_1998" ->
                Network.network(
                        "32x32x1",
                        "conv(6, 5); subsample(2); conv(16, 5, connections=60); subsample(2); conv(120, 5); dense(84)");
            case "param_count_recurrent" ->
                Network.network(
                        inputs.get("input").asText(),
                        inputs.get("kind").asText() + "(" + inputs.get("hidden") + ", biases="
                                + params.get("biases_per_gate") + ")");
            case "param_count_attention" ->
                Network.network(
                        inputs.get("d_model").asText(),
                        "attention(heads=" + inputs.get("heads") + ", bias=" + params.get("bias") + ")");
            default -> layers(inputs.get("layers"));
        };
    }

    /** The cases give no input size; 32×32 is the one at which their dense layers fit. */
    private static Network layers(JsonNode layers) {
        List<String> written = new ArrayList<>();
        for (JsonNode layer : layers) {
            written.add(
                    switch (layer.get("type").asText()) {
                        case "conv" ->
                            "conv(%s, %s, groups=%s, bias=%s)"
                                    .formatted(
                                            layer.get("out"), layer.get("k"), layer.get("groups"), layer.get("bias"));
                        case "pool" -> "maxpool(2)";
                        case "fc" -> "dense(%s, bias=%s)".formatted(layer.get("out"), layer.get("bias"));
                        default -> "batchnorm()";
                    });
        }
        String width = layers.get(0).get("in").asText();
        boolean plain = layers.get(0).get("type").asText().equals("fc");
        return Network.network(plain ? width : "32x32x" + width, String.join("; ", written));
    }
}
