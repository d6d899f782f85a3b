package dev.evenkeel.calendar;

/**
 * A time in which a change fits.
 *
 * @param opening in which it lies
 * @param span the cheapest place in it, and the earliest of those
 * @param cost of that place
 */
public record Slot(Span opening, Span span, long cost) {}
