package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Keys;
import dev.evenkeel.runbook.words.Says;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When a freeze holds; may recur. */
@Says("when the freeze holds; may recur")
@Keys(exactlyOne = {"end", "lasts"})
public record FreezeTimes(
    @Says("when the first begins, by the wall clock, such as 2026-11-07T22:00") String start,
    @Says("when it ends: the next time the clock shows 06:00, or a date and time")
        Optional<String> end,
    @Says("how long it lasts, in place of an end: PT8H") Optional<String> lasts,
    @Says("when it comes again, as RFC 5545 says it: FREQ=WEEKLY;BYDAY=SA; once when left out")
        Optional<String> rule,
    @Says("beginnings that are left out") List<String> except,
    @Says("beginnings besides") List<String> also,
    @Says("the time zone of it; when left out, that of each system it covers")
        Optional<ZoneId> timeZone)
    implements WallTimes {}
