package gradus.expression.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people compute instead of a call, as its function declares it: a formula in the names of its parameters, those of a
 * function that takes many being a, b, …
 *
 * @param kind the word of the kind of fault
 * @param instead the formula, in the language
 */
public record WrongForm(String kind, String instead) {
    /** A function, the kind of fault, and what is computed instead; a line each. */
    private static final String DECLARED = """
            exp            function_left_out   x
            exp            sign                exp(-x)
            ln             function            log2(x)
            ln             function            log10(x)
            ln             function_left_out   x
            log            function            log2(x)
            log            function            log10(x)
            log            function_left_out   x
            log2           function            ln(x)
            log10          function            ln(x)
            sin            function            cos(x)
            cos            function            sin(x)
            sinh           function            cosh(x)
            cosh           function            sinh(x)
            sqrt           root_left_out       x
            abs            function_left_out   x
            abs            function            x.^2
            sign           function_left_out   x
            floor          rounding            ceil(x)
            floor          rounding            round(x)
            floor          function_left_out   x
            ceil           rounding            floor(x)
            ceil           function_left_out   x
            round          function_left_out   x
            max            function            min(a, b)
            max            function            abs(b)
            max            function_left_out   a
            max            function_left_out   b
            max            sign                max(a, -b)
            max            sign                max(-a, b)
            max            function            min(a)
            max            function            mean(a)
            min            function            max(a, b)
            min            function            max(a)
            min            function_left_out   a
            min            function_left_out   b
            sum            mean_for_sum        mean(x)
            sum            mean_for_sum        mean(x, axis)
            sum            wrong_axis          sum(x, 3 - axis)
            sum            wrong_axis          transpose(sum(x, 3 - axis))
            sum            wrong_axis          sum(x)
            sum            sum_left_out        x
            sum            function            max(x)
            mean           sum_for_mean        sum(x)
            mean           sum_for_mean        sum(x, axis)
            mean           wrong_axis          mean(x, 3 - axis)
            mean           wrong_axis          mean(x)
            mean           sum_left_out        x
            mean           two                 mean(x)/2
            mean           off_by_one          sum(x)/(size(x) - 1)
            transpose      transpose_left_out  x
            norm           square_added        norm(x)^2
            norm           function            sum(abs(x))
            norm           function            sum(x)
            sumsq          square_left_out     sum(x)
            sumsq          function            sum(abs(x))
            sumsq          root_left_out       norm(x)
            dot            sum_left_out        a .* b
            sigmoid        function            tanh(z)
            sigmoid        function            relu(z)
            sigmoid        sign                sigmoid(-z)
            sigmoid        function_left_out   z
            sigmoid        function            sigmoid_prime(z)
            tanh           function            sigmoid(z)
            tanh           function            2*sigmoid(z) - 1
            tanh           upside_down         1 ./ tanh(z)
            tanh           function_left_out   z
            tanh           function            tanh_prime(z)
            relu           function_left_out   z
            relu           function            relu_prime(z)
            relu           function            abs(z)
            relu           function            min(0, z)
            relu           function            sigmoid(z)
            relu           function            leaky_relu(z)
            relu           sign                relu(-z)
            leaky_relu     function            relu(z)
            leaky_relu     function_left_out   z
            leaky_relu     function            slope*z
            leaky_relu     sign                max(-slope*z, z)
            leaky_relu     factor_left_out     max(slope, z)
            leaky_relu     function            leaky_relu_prime(z, slope)
            softmax        function            sigmoid(z)
            softmax        function            exp(z)
            sigmoid_prime  function            sigmoid(z)
            sigmoid_prime  function            tanh_prime(z)
            sigmoid_prime  function            z .* (1 - z)
            sigmoid_prime  function            1 - sigmoid(z)
            tanh_prime     function            tanh(z)
            tanh_prime     function            sigmoid_prime(z)
            tanh_prime     square_left_out     1 - tanh(z)
            tanh_prime     term_left_out       tanh(z).^2
            relu_prime     function            relu(z)
            relu_prime     function            sign(z)
            leaky_relu_prime function          relu_prime(z)
            leaky_relu_prime function          leaky_relu(z, slope)
            leaky_relu_prime sign              1{z > 0} - slope*1{z < 0}
            leaky_relu_prime factor_left_out   1{z > 0} + slope*z .* 1{z < 0}
            logistic_loss  sign                -y .* log(p) + (1 - y) .* log(1 - p)
            logistic_loss  sign                y .* log(p) + (1 - y) .* log(1 - p)
            logistic_loss  function            logistic_loss(y, p)/log(2)
            logistic_loss  function            logistic_loss(y, p)/log(10)
            logistic_loss  rate_and_rest       logistic_loss(1 - y, p)
            logistic_loss  function            (y - p).^2
            logistic_loss  function            abs(y - p)
            logistic_loss  term_left_out       -y .* log(p)
            logistic_loss  term_left_out       -(1 - y) .* log(1 - p)
            logistic_loss  factor_left_out     -log(p)
            logistic_loss  factor_left_out     -log(1 - p)
            squared_error  square_left_out     sum(o - t)
            squared_error  mean_for_sum        mean((o - t).^2)
            squared_error  two                 sum((o - t).^2)/2
            squared_error  root_left_out       norm(o - t)
            l2_penalty     two                 lambda/m*sumsq(W)
            l2_penalty     divisor_left_out    lambda/2*sumsq(W)
            l2_penalty     root_left_out       lambda/(2*m)*norm(W)
            l2_penalty     function            lambda/(2*m)*sum(abs(W))
            l2_penalty     square_left_out     lambda/(2*m)*sum(W)
            l2_penalty     factor_left_out     sumsq(W)/(2*m)
            l2_gradient    term_left_out       dW
            l2_gradient    term_left_out       lambda/m*W
            l2_gradient    two                 dW + lambda/(2*m)*W
            l2_gradient    two                 dW + 2*lambda/m*W
            l2_gradient    divisor_left_out    dW + lambda*W
            l2_gradient    factor_left_out     dW + W/m
            l2_gradient    sign                dW - lambda/m*W
            l2_gradient    function            dW + lambda/m*sign(W)
            l2_gradient    square_added        dW + lambda/m*W.^2
            l2_gradient    function            dW + lambda/(2*m)*sumsq(W)
            dropout        not_scaled          a .* mask
            dropout        multiplied_for_divided  a .* mask*keep
            dropout        divisor_left_out    a .* mask/keep
            dropout        rate_and_rest       a .* mask/(1 - keep)
            dropout        mask_inverted       a .* (1 - mask)/keep
            dropout        mask_inverted       a .* (1 - mask)
            dropout        mask_left_out       a/keep
            dropout        mask_left_out       a*keep
            dropout        not_scaled          a
            dropout        divisor_left_out    a .* mask*size(mask)/sum(mask)
            dropout_test   factor_left_out     a
            dropout_test   factor_left_out     a*keep
            dropout_test   divided_for_multiplied  a/keep
            dropout_test   rate_and_rest       a*(1 - keep)
            dropout_backward not_scaled        da .* mask
            dropout_backward mask_left_out     da/keep
            dropout_backward multiplied_for_divided  da .* mask*keep
            dropout_backward mask_inverted     da .* (1 - mask)/keep
            dropout_backward not_scaled        da
            correlate2d    kernel_flipped      convolve2d(x, f, padding, stride, dilation)
            correlate2d    output_turned       rot180(correlate2d(x, f, padding, stride, dilation))
            correlate2d    image_turned        correlate2d(rot180(x), f, padding, stride, dilation)
            correlate2d    kernel_turned       correlate2d(x, flip_lr(f), padding, stride, dilation)
            correlate2d    kernel_turned       correlate2d(x, flip_ud(f), padding, stride, dilation)
            correlate2d    kernel_turned       correlate2d(x, transpose(f), padding, stride, dilation)
            correlate2d    kernel_turned       correlate2d(x, rot180(transpose(f)), padding, stride, dilation)
            correlate2d    kernel_turned       correlate2d(x, flip_lr(transpose(f)), padding, stride, dilation)
            correlate2d    kernel_turned       correlate2d(x, flip_ud(transpose(f)), padding, stride, dilation)
            correlate2d    mean_for_sum        correlate2d(x, f, padding, stride, dilation)/size(f)
            correlate2d    mean_for_sum        correlate2d(x, f, padding, stride, dilation)/sum(f)
            correlate2d    products            correlate2d(x, f .* eye(rows(f)), padding, stride, dilation)
            correlate2d    padding             correlate2d(x, f, "same", stride, dilation)
            correlate2d    padding             correlate2d(x, f, "full", stride, dilation)
            correlate2d    padding             correlate2d(x, f, "valid", stride, dilation)
            correlate2d    stride              correlate2d(x, f, padding, 2, dilation)
            correlate2d    stride              correlate2d(x, f, padding, 3, dilation)
            correlate2d    stride              correlate2d(x, f, padding, 1, dilation)
            convolve2d     kernel_not_flipped  correlate2d(x, f, padding, stride, dilation)
            convolve2d     output_turned       rot180(convolve2d(x, f, padding, stride, dilation))
            convolve2d     image_turned        convolve2d(rot180(x), f, padding, stride, dilation)
            convolve2d     kernel_turned       convolve2d(x, flip_lr(f), padding, stride, dilation)
            convolve2d     kernel_turned       convolve2d(x, flip_ud(f), padding, stride, dilation)
            convolve2d     kernel_turned       convolve2d(x, transpose(f), padding, stride, dilation)
            convolve2d     kernel_turned       convolve2d(x, rot180(transpose(f)), padding, stride, dilation)
            convolve2d     kernel_turned       convolve2d(x, flip_lr(transpose(f)), padding, stride, dilation)
            convolve2d     kernel_turned       convolve2d(x, flip_ud(transpose(f)), padding, stride, dilation)
            convolve2d     mean_for_sum        convolve2d(x, f, padding, stride, dilation)/size(f)
            convolve2d     mean_for_sum        convolve2d(x, f, padding, stride, dilation)/sum(f)
            convolve2d     products            convolve2d(x, f .* eye(rows(f)), padding, stride, dilation)
            convolve2d     padding             convolve2d(x, f, "same", stride, dilation)
            convolve2d     padding             convolve2d(x, f, "full", stride, dilation)
            convolve2d     padding             convolve2d(x, f, "valid", stride, dilation)
            convolve2d     stride              convolve2d(x, f, padding, 2, dilation)
            convolve2d     stride              convolve2d(x, f, padding, 3, dilation)
            convolve2d     stride              convolve2d(x, f, padding, 1, dilation)
            correlate2d    edges               correlate2d(pad(x, 1, 1), f)
            correlate2d    edges               pad(correlate2d(x, f), 1)
            correlate2d    edges               pad(correlate2d(x, f), 1) + x .* (1 - pad(ones(rows(x) - 2, cols(x) - 2), 1))
            correlate2d    padding             correlate2d(x, f, [0, 2, 0, 2])
            correlate2d    padding             correlate2d(x, f, [2, 0, 2, 0])
            correlate2d    products            correlate2d(x, f .* pad(ones(rows(f) - 2, cols(f) - 2), 1), padding, stride, dilation)
            convolve2d     edges               convolve2d(pad(x, 1, 1), f)
            convolve2d     edges               pad(convolve2d(x, f), 1)
            convolve2d     edges               pad(convolve2d(x, f), 1) + x .* (1 - pad(ones(rows(x) - 2, cols(x) - 2), 1))
            convolve2d     padding             convolve2d(x, f, [0, 2, 0, 2])
            convolve2d     padding             convolve2d(x, f, [2, 0, 2, 0])
            convolve2d     products            convolve2d(x, f .* pad(ones(rows(f) - 2, cols(f) - 2), 1), padding, stride, dilation)
            correlate2d    edges               correlate2d(pad(x, 1, 0, "edge"), f)
            correlate2d    edges               correlate2d(pad(x, 1, 0, "reflect"), f)
            correlate2d    edges               correlate2d(pad(x, 1, 0, "wrap"), f)
            correlate2d    largest             largest_products(x, f, padding, stride, dilation)
            convolve2d     edges               convolve2d(pad(x, 1, 0, "edge"), f)
            convolve2d     edges               convolve2d(pad(x, 1, 0, "reflect"), f)
            convolve2d     edges               convolve2d(pad(x, 1, 0, "wrap"), f)
            convolve2d     largest             largest_products(x, rot180(f), padding, stride, dilation)
            max_pool       function            avg_pool(x, size, stride, padding)
            max_pool       stride              max_pool(x, size, 1, padding)
            max_pool       function            -max_pool(-x, size, stride, padding)
            avg_pool       function            max_pool(x, size, stride, padding)
            avg_pool       sum_for_mean        avg_pool(x, size, stride, padding)*size^2
            avg_pool       stride              avg_pool(x, size, 1, padding)
            conv_layer     term_left_out       conv_layer(x, w, 0*b, stride, padding, dilation, groups)
            conv_layer     padding             conv_layer(x, w, b, stride, 0, dilation, groups)
            conv_layer     stride              conv_layer(x, w, b, 1, padding, dilation, groups)
            """;

    private static final Map<String, List<WrongForm>> FORMS = new HashMap<>();

    static {
        for (String line : DECLARED.lines().toList()) {
            String[] words = line.strip().split("\\s+", 3);
            FORMS.computeIfAbsent(words[0], name -> new ArrayList<>()).add(new WrongForm(words[1], words[2]));
        }
    }

    /** The wrong forms of a function; none where it declares none. */
    public static List<WrongForm> of(String function) {
        return FORMS.getOrDefault(function, List.of());
    }
}
