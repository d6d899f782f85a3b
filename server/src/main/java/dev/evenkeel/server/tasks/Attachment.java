package dev.evenkeel.server.tasks;

import java.time.Instant;
import java.util.UUID;

/** A file that belongs to a task. */
public record Attachment(
    UUID id, long task, String name, int size, String sha256, String by, Instant at) {}
