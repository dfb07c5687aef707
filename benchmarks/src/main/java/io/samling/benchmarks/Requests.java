package io.samling.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Speaks HTTP with services, over connections that are kept. */
final class Requests implements AutoCloseable {

    private static final int CONNECTIONS = 64;

    private final CloseableHttpClient client;

    Requests() {
        var pool =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(2 * CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build();
        client =
                HttpClients.custom()
                        .setConnectionManager(pool)
                        .disableAutomaticRetries()
                        .disableContentCompression()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableRedirectHandling()
                        .build();
    }

    /** Where a write stands, once it was acknowledged. */
    String put(String address, String json) {
        var request = new HttpPut(address);
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        return send(request, 201).position();
    }

    /** What is answered. */
    String get(String address) {
        return send(new HttpGet(address), 200).body();
    }

    /** What is answered, with the status that is expected. */
    String post(String address, int wanted) {
        return send(new HttpPost(address), wanted).body();
    }

    boolean answers(String address) {
        try {
            var _ = get(address);
            return true;
        } catch (UncheckedIOException | IllegalStateException notYet) {
            return false;
        }
    }

    /**
     * An answer.
     *
     * @param position where a write stands; empty where it was none
     */
    private record Answered(String body, String position) {}

    private Answered send(HttpUriRequestBase request, int wanted) {
        try {
            return client.execute(
                    request,
                    answer -> {
                        var body = EntityUtils.toString(answer.getEntity());
                        if (answer.getCode() != wanted) {
                            throw new IllegalStateException(answer.getCode() + " " + body);
                        }
                        var position = answer.getFirstHeader("Samling-Position");
                        return new Answered(body, position == null ? "" : position.getValue());
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }
}
