package io.samling.webedge;

import io.samling.contracts.LogPositions;
import io.samling.kernel.PartialDate;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

/** Adds to the description of a service what is true of all its operations. */
class ApiDescription implements OpenApiCustomizer {

    private static final Set<HttpMethod> WRITES = Set.of(HttpMethod.PUT, HttpMethod.POST);

    private static final Map<String, String> WRITE_HEADERS =
            Map.of(
                    CurrentRequest.IDEMPOTENCY_KEY,
                    "The request takes effect once however often it is sent with this key.",
                    "If-Match",
                    "The ETag last answered: refused with 412 if something was written since.");

    static {
        SpringDocUtils.getConfig()
                .addSimpleTypesForParameterObject(LogPositions.class, PartialDate.class);
    }

    private final String service;

    ApiDescription(String service) {
        this.service = service;
    }

    @Override
    public void customise(OpenAPI description) {
        description.setInfo(new Info().title(service).version("1"));
        description.setServers(List.of());
        description.getPaths().values().forEach(ApiDescription::complete);
    }

    private static void complete(PathItem path) {
        path.readOperationsMap().forEach(ApiDescription::complete);
    }

    private static void complete(HttpMethod method, Operation operation) {
        operation.getResponses().addApiResponse(ApiResponses.DEFAULT, problem());
        if (WRITES.contains(method)) {
            WRITE_HEADERS.forEach((name, use) -> operation.addParametersItem(header(name, use)));
        }
    }

    private static HeaderParameter header(String name, String use) {
        var header = new HeaderParameter();
        header.name(name).required(false).description(use).schema(new StringSchema());
        return header;
    }

    private static ApiResponse problem() {
        var schema =
                new ObjectSchema()
                        .addProperty("type", new StringSchema())
                        .addProperty("title", new StringSchema())
                        .addProperty("detail", new StringSchema());
        return new ApiResponse()
                .description("A problem (RFC 9457); GET /problems explains the types")
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(schema)));
    }
}
