package io.samling.webedge;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may come in.
 *
 * @param bodyLimit the largest request body
 * @param allowedHosts names, beside those of this machine, that a request may be addressed to
 */
@ConfigurationProperties("samling.web")
record WebEdgeProperties(
        @DefaultValue("64KB") DataSize bodyLimit, @DefaultValue List<String> allowedHosts) {}
