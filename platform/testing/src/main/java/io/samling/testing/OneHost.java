package io.samling.testing;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * A MongoDB as tests speak to it: at one host and nowhere else, so that what they send can be
 * looked at, and cut, on its way. Of a replica set of several that is the one which is primary now.
 *
 * @param address what a driver connects with
 * @param host as the address names it
 */
record OneHost(String address, String host) {

    static OneHost of(String given) {
        var connection = new ConnectionString(given);
        if (connection.isSrvProtocol()) {
            throw new IllegalArgumentException(
                    "Tests need the hosts of the MongoDB by name, not mongodb+srv");
        }
        boolean isSet =
                connection.getHosts().size() > 1 || connection.getRequiredReplicaSetName() != null;
        return isSet
                ? direct(given, primaryOf(given))
                : new OneHost(given, connection.getHosts().getFirst());
    }

    private static String primaryOf(String given) {
        try (var client = MongoClients.create(given)) {
            // a write's way: the driver waits until there is a primary
            var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
            return hello.getString("primary");
        }
    }

    /** The same user, options and all, at one of its hosts alone. */
    static OneHost direct(String given, String host) {
        var begin = Math.max(given.indexOf("//") + 2, given.lastIndexOf('@') + 1);
        var question = given.indexOf('?');
        var slash = given.indexOf('/', begin);
        var database =
                slash < 0 ? "/" : given.substring(slash, question < 0 ? given.length() : question);
        var options = new ArrayList<String>();
        if (question >= 0) {
            options.addAll(List.of(given.substring(question + 1).split("&", -1)));
        }
        options.removeIf(option -> option.startsWith("replicaSet=") || option.isEmpty());
        options.removeIf(option -> option.startsWith("directConnection="));
        options.add("directConnection=true");
        var address = given.substring(0, begin) + host + database + "?" + String.join("&", options);
        return new OneHost(address, host);
    }

    /** The same server at another place, where somebody stands before it. */
    String at(String place) {
        return address.replace(host, place);
    }
}
