package io.samling.localstack.host;

import java.util.ArrayList;
import java.util.List;

/** Reads the arguments of a measurement. */
public final class Arguments {

    private Arguments() {}

    /** The numbers behind the word {@code stack}, which may be left out. */
    public static List<Integer> numbers(String subcommand, List<String> arguments) {
        var numbers = new ArrayList<Integer>();
        for (var argument : arguments) {
            if (argument.matches("\\d{1,9}")) {
                numbers.add(Integer.parseInt(argument));
            } else if (!argument.equals("stack")) {
                throw new StackFailure(
                        StackFailure.Kind.WRONG_SETTING,
                        "%s takes the word stack and numbers, not %s."
                                .formatted(subcommand, argument));
            }
        }
        return numbers;
    }
}
