package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;

/**
 * The record of an upgrade, on which everything else hangs.
 *
 * @param version counts the edits, from 1
 */
public record Upgrade(
    UpgradeId id,
    Terms terms,
    UpgradeState state,
    Actor madeBy,
    Instant madeAt,
    Actor changedBy,
    Instant changedAt,
    long version) {}
