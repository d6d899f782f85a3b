package dev.evenkeel.server.retention;

import java.util.Optional;

/**
 * How long a kind of artefact is kept.
 *
 * @param days for ever when it is empty
 * @param version 0 while nobody said anything
 */
public record Policy(String kind, Optional<Integer> days, long version, String by) {}
