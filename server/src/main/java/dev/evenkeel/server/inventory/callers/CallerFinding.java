package dev.evenkeel.server.inventory.callers;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody calls a red system, and no dependency explains it.
 *
 * @param id the same for the same caller and callee
 * @param caller the system, when it is known
 * @param who the caller in words, known or not
 * @param says what was found, a sentence
 */
public record CallerFinding(
    String id,
    String callee,
    Optional<String> caller,
    String who,
    String says,
    long count,
    Instant first,
    Instant last,
    String example) {}
