package dev.evenkeel.server.execution.store;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A run as lists show it.
 *
 * @param reason why it is paused, held, going back or ended; may be empty
 */
public record RunLine(
    RunId id,
    String name,
    String title,
    RunKind kind,
    RunStatus status,
    String reason,
    Instant createdAt,
    String createdBy,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {}
