package io.samling.webedge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Answers with a problem where a request is so broken that it never reaches Spring. */
class ServerProblems implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Report()));
    }

    private static final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            if (response.getStatus() < 400
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            response.setContentType("application/problem+json");
            try {
                response.getOutputStream().write(problem(response.getStatus()));
                response.finishResponse();
            } catch (IOException gone) {
                throw new UncheckedIOException("The caller went away", gone);
            }
        }

        private static byte[] problem(int status) {
            return """
            {"type":"/problems/malformed-request","title":"Malformed request","status":%d,\
            "detail":"The request cannot be understood."}
            """
                    .formatted(status)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
