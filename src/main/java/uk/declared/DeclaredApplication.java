package uk.declared;

/** Starts Declared. */
public final class DeclaredApplication {
    private DeclaredApplication() {}

    public static void main(String[] args) {
        System.out.println("x");
    }
}
