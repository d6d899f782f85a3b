package dev.evenkeel.server.schedule.timetable.form;

/**
 * What is taken when a field stays empty.
 *
 * @param value such as {@code 90m}; empty when that is nothing
 * @param why where it comes from
 */
public record Offer(String value, String why) {}
