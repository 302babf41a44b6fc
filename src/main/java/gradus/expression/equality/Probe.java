package gradus.expression.equality;

import gradus.expression.Expression;
import gradus.expression.value.Budget;
import gradus.expression.value.Draws;
import gradus.expression.value.Kinks;
import gradus.expression.value.Scope;

/** Tells on which sides of its branches an expression is at a place. */
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

    /** As {@link #at}, with every cell by itself. */
    Kinks traced(double[] place) {
        return watched(place, Kinks.tracing(expression.sites()));
    }

    private Kinks watched(double[] place, Kinks kinks) {
        expression.run(scope, slots.fill(points.values(place, budget)), budget, kinks);
        return kinks;
    }

    /** Whether further places may be looked at without taking away what the comparison itself needs. */
    boolean mayGoOn() {
        return budget.isPlenty();
    }
}
