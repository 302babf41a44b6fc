package gradus.expression.function;

import gradus.maths.Dropout;
import gradus.maths.DropoutSteps;
import gradus.maths.Linear;
import gradus.maths.LinearSteps;
import gradus.maths.Loss;
import gradus.maths.LossSteps;
import gradus.maths.Optimiser;
import gradus.maths.OptimiserSteps;
import gradus.maths.Regularisation;
import gradus.maths.RegularisationSteps;
import gradus.maths.Tensor;
import gradus.maths.TwoLayer;
import gradus.maths.TwoLayerSteps;
import java.util.List;
import java.util.stream.Stream;

/** Losses, penalties, dropout, optimisers and whole gradients. */
final class TrainingFunctions {
    private TrainingFunctions() {}

    static List<LibraryFunction> all() {
        return Stream.of(losses(), penalties(), dropout(), descent(), adaptive(), linear(), layers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LibraryFunction> losses() {
        return List.of(
                LayerFunctions.tensor(
                        "logistic_loss(y, p)",
                        "−(y·ln p + (1−y)·ln(1−p)), cell by cell.",
                        a -> Loss.logisticLoss(a.tensor("y"), a.tensor("p")),
                        a -> LossSteps.logisticLoss(a.tensor("y"), a.tensor("p"))),
                LayerFunctions.tensor(
                        "squared_error(o, t)",
                        "Σ(o−t)².",
                        a -> Tensor.number(Loss.squaredError(a.tensor("o"), a.tensor("t"))),
                        a -> LossSteps.squaredError(a.tensor("o"), a.tensor("t"))),
                LayerFunctions.tensor(
                        "cross_entropy(p, y)",
                        "The mean over rows of −ln p of the right class; y one-hot rows or classes from 0.",
                        a -> Tensor.number(Loss.crossEntropy(a.tensor("p"), a.given("y"))),
                        a -> LossSteps.crossEntropy(a.tensor("p"), a.given("y"))),
                LayerFunctions.record(
                        "softmax_cross_entropy(z, y)",
                        "Softmax along rows and cross-entropy: .p .loss .dz, averaged over rows.",
                        a -> RecordFields.of(Loss.softmaxCrossEntropy(a.tensor("z"), a.given("y"))),
                        a -> LossSteps.softmaxCrossEntropy(a.tensor("z"), a.given("y"))));
    }

    private static List<LibraryFunction> penalties() {
        return List.of(
                LayerFunctions.tensor(
                        "l2_penalty(W, lambda, m)",
                        "λ/(2m)·‖W‖².",
                        a -> Tensor.number(Regularisation.l2Penalty(a.tensor("W"), a.number("lambda"), a.number("m"))),
                        a -> RegularisationSteps.l2Penalty(a.tensor("W"), a.number("lambda"), a.number("m"))),
                LayerFunctions.tensor(
                        "l2_gradient(W, dW, lambda, m)",
                        "dW + λ/m·W.",
                        a -> Regularisation.l2Gradient(
                                a.tensor("W"), a.tensor("dW"), a.number("lambda"), a.number("m")),
                        a -> RegularisationSteps.l2Gradient(
                                a.tensor("W"), a.tensor("dW"), a.number("lambda"), a.number("m"))),
                LayerFunctions.tensor(
                        "l2_update(W, dW, lr, lambda, m)",
                        "W − lr·(dW + λ/m·W).",
                        a -> Regularisation.l2Update(
                                a.tensor("W"), a.tensor("dW"), a.number("lr"), a.number("lambda"), a.number("m")),
                        a -> RegularisationSteps.l2Update(
                                a.tensor("W"), a.tensor("dW"), a.number("lr"), a.number("lambda"), a.number("m"))),
                LayerFunctions.tensor(
                        "l1_penalty(W, lambda, m)",
                        "λ/m·Σ|W|.",
                        a -> Tensor.number(Regularisation.l1Penalty(a.tensor("W"), a.number("lambda"), a.number("m"))),
                        a -> RegularisationSteps.l1Penalty(a.tensor("W"), a.number("lambda"), a.number("m"))),
                LayerFunctions.tensor(
                        "l1_gradient(W, dW, lambda, m)",
                        "dW + λ/m·sign(W).",
                        a -> Regularisation.l1Gradient(
                                a.tensor("W"), a.tensor("dW"), a.number("lambda"), a.number("m")),
                        a -> RegularisationSteps.l1Gradient(
                                a.tensor("W"), a.tensor("dW"), a.number("lambda"), a.number("m"))));
    }

    private static List<LibraryFunction> dropout() {
        return List.of(
                LayerFunctions.tensor(
                        "dropout(a, mask, keep, inverted=true)",
                        "Dropout in training: a·mask/keep; a·mask where not inverted.",
                        a -> Dropout.train(a.tensor("a"), a.given("mask"), a.number("keep"), a.flag("inverted")),
                        a -> DropoutSteps.train(a.tensor("a"), a.given("mask"), a.number("keep"), a.flag("inverted"))),
                LayerFunctions.tensor(
                        "dropout_test(a, keep, inverted=true)",
                        "Dropout at test: a; a·keep where not inverted.",
                        a -> Dropout.test(a.tensor("a"), a.number("keep"), a.flag("inverted")),
                        a -> DropoutSteps.test(a.tensor("a"), a.number("keep"), a.flag("inverted"))),
                LayerFunctions.tensor(
                        "dropout_backward(da, mask, keep, inverted=true)",
                        "The gradient by a, from da.",
                        a -> Dropout.backward(a.tensor("da"), a.given("mask"), a.number("keep"), a.flag("inverted")),
                        a -> DropoutSteps.backward(
                                a.tensor("da"), a.given("mask"), a.number("keep"), a.flag("inverted"))));
    }

    private static List<LibraryFunction> descent() {
        return List.of(
                LayerFunctions.record(
                        "sgd(w, grads, lr)",
                        "Gradient descent: .w .history. grads: seq(g1, g2, …), one a step.",
                        a -> RecordFields.of(Optimiser.sgd(a.tensor("w"), a.gradients(), a.number("lr"))),
                        a -> OptimiserSteps.sgd(a.tensor("w"), a.gradients(), a.number("lr"))),
                LayerFunctions.record(
                        "momentum(w, grads, lr, beta=0.9, v0=0, form=\"average\", corrected=false)",
                        "Momentum: .w .v .v_hat .history. form \"average\": v=βv+(1−β)g; \"classical\": v=βv+g; \"nesterov\".",
                        a -> RecordFields.of(Optimiser.momentum(
                                a.tensor("w"),
                                a.gradients(),
                                a.number("lr"),
                                a.number("beta"),
                                a.tensor("v0"),
                                a.text("form"),
                                a.flag("corrected"))),
                        a -> OptimiserSteps.momentum(
                                a.tensor("w"),
                                a.gradients(),
                                a.number("lr"),
                                a.number("beta"),
                                a.tensor("v0"),
                                a.text("form"),
                                a.flag("corrected"))));
    }

    private static List<LibraryFunction> adaptive() {
        return List.of(
                LayerFunctions.record(
                        "rmsprop(w, grads, lr, beta=0.9, eps=1e-8, eps_inside=false, s0=0, corrected=false)",
                        "RMSProp: .w .s .s_hat .history.",
                        a -> RecordFields.of(Optimiser.rmsprop(
                                a.tensor("w"),
                                a.gradients(),
                                a.number("lr"),
                                a.number("beta"),
                                a.number("eps"),
                                a.flag("eps_inside"),
                                a.tensor("s0"),
                                a.flag("corrected"))),
                        a -> OptimiserSteps.rmsprop(
                                a.tensor("w"),
                                a.gradients(),
                                a.number("lr"),
                                a.number("beta"),
                                a.number("eps"),
                                a.flag("eps_inside"),
                                a.tensor("s0"),
                                a.flag("corrected"))),
                LayerFunctions.record(
                        "adam(w, grads, lr, beta1=0.9, beta2=0.999, eps=1e-8, eps_inside=false, corrected=true, t0=0, v0=0, s0=0, weight_decay=0, decoupled=false)",
                        "Adam: .w .v .s .v_hat .s_hat .history.",
                        a -> RecordFields.of(Optimiser.adam(
                                a.tensor("w"),
                                a.gradients(),
                                a.number("lr"),
                                a.number("beta1"),
                                a.number("beta2"),
                                a.number("eps"),
                                a.flag("eps_inside"),
                                a.flag("corrected"),
                                a.integer("t0"),
                                a.tensor("v0"),
                                a.tensor("s0"),
                                a.number("weight_decay"),
                                a.flag("decoupled"))),
                        a -> OptimiserSteps.adam(
                                a.tensor("w"),
                                a.gradients(),
                                a.number("lr"),
                                a.number("beta1"),
                                a.number("beta2"),
                                a.number("eps"),
                                a.flag("eps_inside"),
                                a.flag("corrected"),
                                a.integer("t0"),
                                a.tensor("v0"),
                                a.tensor("s0"),
                                a.number("weight_decay"),
                                a.flag("decoupled"))));
    }

    private static List<LibraryFunction> linear() {
        return List.of(
                LayerFunctions.record(
                        "linear_gradient(X, t, w, b, scale=1)",
                        "A linear unit, rows are examples, E = scale·Σ(o−t)²: .o .error .dw .db.",
                        a -> RecordFields.of(Linear.linearGradient(
                                a.tensor("X"), a.tensor("t"), a.tensor("w"), a.tensor("b"), a.number("scale"))),
                        a -> LinearSteps.linearGradient(
                                a.tensor("X"), a.tensor("t"), a.tensor("w"), a.tensor("b"), a.number("scale"))),
                LayerFunctions.record(
                        "linear_momentum(X, t, w, b, lr, beta, steps)",
                        "Steps of momentum (form \"average\", from 0) on linear_gradient: .w .b .vw .vb.",
                        a -> RecordFields.of(Linear.linearMomentum(
                                a.tensor("X"),
                                a.tensor("t"),
                                a.tensor("w"),
                                a.tensor("b"),
                                a.number("lr"),
                                a.number("beta"),
                                a.integer("steps"))),
                        a -> LinearSteps.linearMomentum(
                                a.tensor("X"),
                                a.tensor("t"),
                                a.tensor("w"),
                                a.tensor("b"),
                                a.number("lr"),
                                a.number("beta"),
                                a.integer("steps"))));
    }

    private static List<LibraryFunction> layers() {
        return List.of(LayerFunctions.record(
                "two_layer(X, T, W1, B1, W2, B2, hidden=\"relu\", output=\"relu\", scale=1)",
                "Two dense layers, columns are examples, E = scale·Σ(o−t)²: .Z1 .A1 .Z2 .A2 .E .dZ2 .dW2 .dB2 .dA1 .dZ1 .dW1 .dB1.",
                a -> RecordFields.of(
                        TwoLayer.twoLayer(
                                a.tensor("X"),
                                a.tensor("T"),
                                a.tensor("W1"),
                                a.tensor("B1"),
                                a.tensor("W2"),
                                a.tensor("B2"),
                                a.text("hidden"),
                                a.text("output"),
                                a.number("scale")),
                        "z1",
                        "a1",
                        "z2",
                        "a2",
                        "e"),
                a -> TwoLayerSteps.twoLayer(
                        a.tensor("X"),
                        a.tensor("T"),
                        a.tensor("W1"),
                        a.tensor("B1"),
                        a.tensor("W2"),
                        a.tensor("B2"),
                        a.text("hidden"),
                        a.text("output"),
                        a.number("scale"))));
    }
}
