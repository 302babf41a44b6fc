package gradus;

/** The program's entry point. */
public final class Gradus {
    private Gradus() {}

    public static void main(String[] arguments) {
        System.out.println("Gradus");
    }
}
