package gradus.expression.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "x, x",
        "W1, W1",
        "W_1, W1",
        "W₁, W1",
        "W^[1], W1",
        "W^{[1]}, W1",
        "W_{1}, W1",
        "W_{12}, W12",
        "λ, lambda",
        "Λ, Lambda",
        "µ, mu",
        "ϵ, epsilon",
        "ε, epsilon",
        "ŷ, y_hat",
        "yhat, y_hat",
        "y_hat, y_hat",
        "v̂, v_hat",
        "x̄, x_bar",
        "xbar, x_bar",
        "β_1, beta1",
        "β₁, beta1",
        "θ̂, theta_hat",
        "v_dW, v_dW",
        "v_{dW}, v_dW",
        "w_0, w0",
        "w_0_new, w0_new",
        "W_ih, W_ih",
        "xᵢ, x_i",
        "dα, dalpha",
        "log_2, log2",
        "𝑥, 𝑥",
        "ｘ, ｘ"
    })
    void everyNameHasOneSpelling(String written, String folded) {
        assertEquals(folded, Names.fold(written));
        assertEquals(folded, Names.fold(folded), "folding again changes nothing");
    }
}
