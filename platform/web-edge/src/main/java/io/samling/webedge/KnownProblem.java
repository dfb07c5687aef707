package io.samling.webedge;

/**
 * A problem that a service may answer with, for those who look up its type. A service adds its own
 * by a {@link KnownProblems} bean.
 *
 * @param code the last part of the type, such as {@code periods-overlap}
 * @param status the HTTP status it comes with
 * @param remedy what to do about it, in a sentence or two
 */
public record KnownProblem(String code, int status, String remedy) {}
