package dev.evenkeel.optimiser.timetable;

/**
 * When and how an upgrade happens.
 *
 * @param start its first slot
 */
public record Assignment(String upgrade, String mode, int start) {}
