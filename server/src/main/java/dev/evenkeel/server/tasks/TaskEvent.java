package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to a task. */
public record TaskEvent(
    long id, Instant at, Actor by, String what, Optional<String> before, Optional<String> after) {}
