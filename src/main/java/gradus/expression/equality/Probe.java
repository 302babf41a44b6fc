package gradus.expression.equality;

import gradus.expression.Expression;
import gradus.expression.value.Budget;
import gradus.expression.value.Draws;
import gradus.expression.value.Kinks;
import gradus.expression.value.Scope;

/** The test on which side of each of its branches an expression is at a point. */
final class Probe {
    final SamplePoints points;
    final Expression expression;
    private final SamplePoints.Slots slots;
    private final Scope scope;
    private final Budget budget;
    final Draws draws;

    Probe(SamplePoints points, Expression expression, Scope scope, Budget budget, Draws draws) {
        this.points = points;
        this.expression = expression;
        this.slots = points.slots(expression);
        this.scope = scope;
        this.budget = budget;
        this.draws = draws;
    }

    Kinks at(double[] place) {
        return watched(place, new Kinks(expression.sites()));
    }

    /** Does the same as {@link #at} for every cell. */
    Kinks traced(double[] place) {
        return watched(place, Kinks.tracing(expression.sites()));
    }

    private Kinks watched(double[] place, Kinks kinks) {
        expression.run(scope, slots.fill(points.values(place, budget)), budget, kinks);
        return kinks;
    }

    /** Whether further points may be tried without using up the work that the comparison itself needs. */
    boolean mayGoOn() {
        return budget.isPlenty();
    }
}
