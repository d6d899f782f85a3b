package dev.evenkeel.server.execution;

import dev.evenkeel.server.shared.Rights;

/**
 * That somebody lets a run go on outside of its window or inside of a freeze, in their name.
 *
 * @param reason for whoever asks later; never blank
 * @param rights of who does it
 */
public record HoursOverride(String reason, Rights rights) {}
