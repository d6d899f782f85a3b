package dev.evenkeel.server.risk.reckon;

/**
 * A risk that the estate itself shows.
 *
 * @param key stays the same as long as it is the same risk
 * @param likelihood proposed, 1 to 5
 * @param impact proposed, 1 to 5
 */
public record Probe(String key, String title, String detail, int likelihood, int impact) {}
