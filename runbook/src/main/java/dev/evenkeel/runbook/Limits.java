package dev.evenkeel.runbook;

import java.time.Duration;
import java.util.Optional;

/**
 * What the run must keep to.
 *
 * @param duration how long the run may take altogether; past the last moment at which the way back
 *     still fits, the run rolls back by itself
 * @param wayBack the time in which the way back must be done
 */
public record Limits(Optional<Duration> duration, Optional<Duration> wayBack) {}
