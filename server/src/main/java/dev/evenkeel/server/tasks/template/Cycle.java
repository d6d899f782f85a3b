package dev.evenkeel.server.tasks.template;

import dev.evenkeel.runbook.words.Says;
import java.time.Duration;
import java.util.Optional;

/** How long the whole is meant to take. */
@Says("how long the whole is meant to take")
public record Cycle(
    @Says("the least, such as 14d") Optional<Duration> atLeast,
    @Says("the most, such as 28d") Duration atMost) {}
