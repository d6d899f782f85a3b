package dev.evenkeel.calendar;

/** A time in which change is allowed; usually recurs. */
public record Window(String name, Recurrence when) {}
