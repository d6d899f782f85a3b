package dev.evenkeel.server.comms;

import java.time.Instant;
import java.util.Optional;

/**
 * How the outbox stands.
 *
 * @param oldest since when the one that waits longest does
 */
public record Standing(long waiting, long failed, Optional<Instant> oldest) {}
