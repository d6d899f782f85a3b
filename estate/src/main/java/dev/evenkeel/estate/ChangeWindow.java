package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Keys;
import dev.evenkeel.runbook.words.Says;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A time in which systems may be changed; usually recurs. */
@Says("a time in which systems may be changed; usually recurs")
@Keys(exactlyOne = {"end", "lasts"})
public record ChangeWindow(
    @Says("what people call it") Optional<String> name,
    @Says("when the first begins, by the wall clock, such as 2026-11-07T22:00") String start,
    @Says("when it ends: the next time the clock shows 06:00, or a date and time")
        Optional<String> end,
    @Says("how long it lasts, in place of an end: PT8H") Optional<String> lasts,
    @Says("when it comes again, as RFC 5545 says it: FREQ=WEEKLY;BYDAY=SA; once when left out")
        Optional<String> rule,
    @Says("beginnings that are left out") List<String> except,
    @Says("beginnings besides") List<String> also,
    @Says("the time zone of this window; that of the calendar when left out")
        Optional<ZoneId> timeZone)
    implements WallTimes {}
