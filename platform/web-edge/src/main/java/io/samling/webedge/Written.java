package io.samling.webedge;

/**
 * The answer to a write.
 *
 * @param position where it stands in the log, such as {@code member:7f3a91c2:1234}: a query with
 *     {@code at-least=} this includes it
 * @param version of what was written to, for {@code If-Match}
 */
public record Written(String position, long version) {}
