package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;

/**
 * A version of a template.
 *
 * @param steps how many it has; 0 for a worksheet
 * @param shipped whether it came with Evenkeel
 * @param digest of its text
 */
public record TemplateVersion(
    String name,
    int version,
    String title,
    int steps,
    boolean shipped,
    String digest,
    Actor by,
    Instant at) {}
