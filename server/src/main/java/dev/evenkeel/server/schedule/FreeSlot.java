package dev.evenkeel.server.schedule;

import dev.evenkeel.calendar.Span;

/**
 * A time in which a change fits, at the cheapest place of an opening.
 *
 * @param opening the time open to all of the systems, in which it lies
 * @param cost what the downtime is expected to cost there
 */
public record FreeSlot(Span opening, Span span, SlotCost cost) {}
