package dev.evenkeel.optimiser.problem;

/**
 * One upgrade comes after another, which is planned whenever it is.
 *
 * @param minLag slots between the end of the one and the start of the other, at least
 * @param kind why, for people
 */
public record Precedence(String before, String after, int minLag, String kind) {}
