package io.samling.reporting.dashboard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What the page loads, in a folder named by a hash of all of it: a browser keeps the files and asks
 * no more, and scripts that name each other by a relative address are always of the same version.
 */
@Component
class StaticFiles implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/dashboard/";
    private static final int DIGITS = 12;

    private final String folder;

    StaticFiles() {
        this.folder = "/dashboard/" + hash();
    }

    /** Where the files are, such as {@code /dashboard/0b55e8d47f3a}. */
    String folder() {
        return folder;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(folder + "/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
    }

    private static String hash() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var file : files()) {
                sha.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Resource> files() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources(FILES + "*");
        return Arrays.stream(found)
                .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                .toList();
    }
}
