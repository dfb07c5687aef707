package io.samling.eventstore;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the metadata of events, all of which are texts, several times as fast as what can read any
 * value: it is read with every event.
 */
final class MetaDataJson {

    private static final JsonMapper JSON = new JsonMapper();

    private MetaDataJson() {}

    /** The metadata; null where it holds anything but texts. */
    static @Nullable MetaData read(String json) {
        Map<String, Object> values = new HashMap<>();
        try (var parser = JSON.createParser(json)) {
            var token = parser.nextToken();
            if (token != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    return null;
                }
                values.put(name, parser.getString());
            }
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null
                    ? MetaData.from(values)
                    : null;
        } catch (JacksonException notRead) {
            return null; // whoever reads anything says what is wrong with it
        }
    }
}
