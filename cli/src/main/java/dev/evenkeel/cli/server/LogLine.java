package dev.evenkeel.cli.server;

import java.time.Instant;
import java.util.Optional;

/** A line of a run's log. */
public record LogLine(
    long seq, Instant at, String actor, String what, Optional<String> step, String says) {}
