package dev.evenkeel.runbook;

import java.util.Optional;

/**
 * How the version of a target is told.
 *
 * @param from the version expected before the run, as text with {@code ${…}}; empty accepts any
 * @param to the version every target shall have in the end, as text with {@code ${…}}
 * @param observe asks one target for its version: the action's output {@code version}
 */
public record VersionRule(Optional<String> from, String to, ActionCall observe) {}
