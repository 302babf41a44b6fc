package gradus.maths.picture;

/** The plane of a graph: where a number lies on the drawing. */
final class Axes {
    static final double WIDTH = 340;
    static final double HEIGHT = 210;
    private static final double LEFT = 14;
    private static final double RIGHT = 60;
    private static final double TOP = 22;
    private static final double BOTTOM = 34;

    private final double fromX;
    private final double toX;
    private final double fromY;
    private final double toY;

    Axes(double fromX, double toX, double fromY, double toY) {
        double spareY = toY - fromY < 1e-12 ? Math.max(1, Math.abs(toY)) : 0;
        this.fromX = fromX;
        this.toX = toX - fromX < 1e-12 ? fromX + 1 : toX;
        this.fromY = fromY - spareY / 2;
        this.toY = toY + spareY / 2;
    }

    double x(double value) {
        return LEFT + (value - fromX) / (toX - fromX) * (WIDTH - LEFT - RIGHT);
    }

    double y(double value) {
        return HEIGHT - BOTTOM - (value - fromY) / (toY - fromY) * (HEIGHT - TOP - BOTTOM);
    }

    /** A drawing with the axes, where they are in sight. */
    Svg drawn() {
        Svg svg = new Svg(WIDTH, HEIGHT);
        if (fromY <= 0 && toY >= 0) {
            svg.line("axis", x(fromX), y(0), x(toX), y(0));
        }
        if (fromX <= 0 && toX >= 0) {
            svg.line("axis", x(0), y(fromY), x(0), y(toY));
        }
        return svg;
    }
}
