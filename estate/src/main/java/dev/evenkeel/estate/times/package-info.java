/**
 * When systems may be changed, by the calendars, freezes, holidays and rosters of an estate; who is
 * there then; and how much they are used. No clock: time is always an argument.
 */
@NullMarked
package dev.evenkeel.estate.times;

import org.jspecify.annotations.NullMarked;
