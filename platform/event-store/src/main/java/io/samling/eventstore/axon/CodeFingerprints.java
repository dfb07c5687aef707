package io.samling.eventstore.axon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A hash over the classes that could change what an aggregate's state is or means: those of its own
 * package, of the packages of all stored events, and of the kernel.
 */
public final class CodeFingerprints implements Fingerprints {

    private static final String KERNEL = "io.samling.kernel";

    private final Set<String> always = new TreeSet<>(Set.of(KERNEL));
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** Fingerprints of aggregates that apply events of these families. */
    public CodeFingerprints(List<Class<?>> families) {
        families.forEach(family -> always.add(family.getPackageName()));
    }

    @Override
    public String of(String className) {
        var packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
        return known.computeIfAbsent(packageName, this::ofPackage);
    }

    private String ofPackage(String packageName) {
        var packages = new TreeSet<>(always);
        packages.add(packageName);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var each : packages) {
                for (var type : classesOf(each)) {
                    digest.update(type.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Resource> classesOf(String packageName) throws IOException {
        var pattern = "classpath*:" + packageName.replace('.', '/') + "/**/*.class";
        var classes =
                new ArrayList<>(
                        Arrays.asList(
                                new PathMatchingResourcePatternResolver().getResources(pattern)));
        classes.sort(Comparator.comparing(CodeFingerprints::location));
        return classes;
    }

    private static String location(Resource type) {
        try {
            return type.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
