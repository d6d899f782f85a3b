package dev.evenkeel.server.plan;

import java.time.Instant;

/**
 * What was learned of an upgrade.
 *
 * @param title of that upgrade
 * @param by who wrote it down
 */
public record Lesson(UpgradeId upgrade, String title, String says, String by, Instant at) {}
