package io.samling.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;

/**
 * Every package of a service is listed, and every listed package has a class: what is renamed or
 * added cannot quietly escape the rules.
 */
final class Listed extends ArchCondition<JavaClass> {

    private final Code code;
    private final Set<String> seen = new HashSet<>();

    Listed(Code code) {
        super("be in a listed package, and every listed package have a class");
        this.code = code;
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        if (javaClass.getSimpleName().equals("package-info")) {
            return;
        }
        for (var service : code.services()) {
            var above = code.root() + "." + service.name() + ".";
            if (javaClass.getPackageName().startsWith(above)) {
                var within = javaClass.getPackageName().substring(above.length());
                seen.add(service.name() + "." + within);
                if (!service.packages().contains(within)) {
                    report(events, javaClass, javaClass.getName() + " is in no listed package");
                }
            }
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        for (var service : code.services()) {
            for (var listed : service.packages()) {
                if (!seen.contains(service.name() + "." + listed)) {
                    report(events, service, service.name() + "." + listed + " has no class");
                }
            }
        }
    }

    private static void report(ConditionEvents events, Object about, String sentence) {
        events.add(SimpleConditionEvent.violated(about, sentence));
    }
}
