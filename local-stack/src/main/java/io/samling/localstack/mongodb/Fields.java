package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a command. */
final class Fields {

    private Fields() {}

    static Document document(Document command, String name) {
        var value = nullable(command, name);
        return value == null ? new Document() : value;
    }

    static @Nullable Document nullable(Document command, String name) {
        return switch (command.get(name)) {
            case null -> null;
            case Document document -> document;
            default -> throw Refused.bad("'" + name + "' must be a document");
        };
    }

    static List<?> list(Document command, String name) {
        if (!(command.get(name) instanceof List<?> list)) {
            throw Refused.bad("'" + name + "' must be an array");
        }
        return list;
    }

    static List<Document> documents(Document command, String name) {
        var documents = new ArrayList<Document>();
        for (var element : list(command, name)) {
            if (!(element instanceof Document document)) {
                throw Refused.bad("'" + name + "' must hold documents");
            }
            documents.add(document);
        }
        return documents;
    }

    /** A number that counts something, 0 where it is absent. */
    static long number(Document command, String name) {
        return switch (command.get(name)) {
            case null -> 0;
            case Number number -> number.longValue();
            default -> throw Refused.bad("'" + name + "' must be a number");
        };
    }

    static boolean flag(Document command, String name) {
        return switch (command.get(name)) {
            case null -> false;
            case Boolean on -> on;
            case Number number -> number.doubleValue() != 0;
            default -> throw Refused.bad("'" + name + "' must be true or false");
        };
    }
}
