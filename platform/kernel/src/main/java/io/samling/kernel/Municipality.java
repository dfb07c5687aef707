package io.samling.kernel;

/**
 * A Swedish municipality (kommun).
 *
 * @param code SCB's code: four digits as text, of which the first two are the county's
 * @param name such as {@code Olofström}
 * @param county such as {@code Blekinge län}
 */
public record Municipality(String code, String name, String county) {

    /**
     * The municipality with a code.
     *
     * @throws IllegalArgumentException with a sentence a user may read, where there is none
     */
    public static Municipality of(String code) {
        return Municipalities.ofSweden().withCode(code);
    }

    /** SCB's code of the county (län): two digits as text. */
    public String countyCode() {
        return code.substring(0, 2);
    }
}
