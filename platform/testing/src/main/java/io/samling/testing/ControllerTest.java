package io.samling.testing;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tests of controllers share: requests go in, commands are heard. */
@Import(ControllerTest.Ears.class)
@SuppressWarnings("NullAway.Init") // Spring and JUnit fill the fields
public abstract class ControllerTest {

    @TempDir static Path data;

    @Autowired protected HeardCommands commands;

    @Autowired private MockMvcTester http;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("samling.data", data::toString);
    }

    @BeforeEach
    void forget() {
        commands.forget();
    }

    protected MvcTestResult put(String path, String json) {
        return send(HttpMethod.PUT, path, json);
    }

    protected MvcTestResult post(String path, String json) {
        return send(HttpMethod.POST, path, json);
    }

    protected MvcTestResult get(String path) {
        return http.get().uri(path).exchange();
    }

    private MvcTestResult send(HttpMethod method, String path, String json) {
        return http.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Ears {

        @Bean
        HeardCommands commands() {
            return new HeardCommands();
        }
    }
}
