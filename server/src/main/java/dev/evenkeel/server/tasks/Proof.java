package dev.evenkeel.server.tasks;

import java.time.Instant;

/**
 * A fact that closes a task.
 *
 * @param says a sentence, with the numbers behind it
 * @param path of the page that shows it
 */
public record Proof(String says, Instant at, String path) {}
