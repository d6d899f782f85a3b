package dev.evenkeel.calendar;

import java.time.LocalDateTime;

/**
 * One time of something that recurs.
 *
 * @param start what the wall clock was meant to show at the beginning
 */
public record Occurrence(LocalDateTime start, Span span) {}
