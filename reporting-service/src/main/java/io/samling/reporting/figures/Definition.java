package io.samling.reporting.figures;

import java.util.List;
import java.util.Map;

/**
 * What a figure counts.
 *
 * @param figure its name in the address, such as {@code members}
 * @param definition the name of these rules, such as {@code members/1}; other rules, another name
 * @param service whose facts it is counted from
 * @param topic on which these facts come
 * @param sentence the rules
 * @param options parameters of its own and what they may be, the usual value first
 */
public record Definition(
        String figure,
        String definition,
        String service,
        String topic,
        String sentence,
        Map<String, List<String>> options) {}
