package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Keys;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A time in which people of a team work, or can be called; usually recurs. */
@Says("a time in which people of the team work, or can be called; usually recurs")
@Keys(exactlyOne = {"end", "lasts"})
public record Shift(
    @Says("what people call it") Optional<String> name,
    @Says("when the first begins, by the wall clock, such as 2026-11-07T22:00") String start,
    @Says("when it ends: the next time the clock shows 06:00, or a date and time")
        Optional<String> end,
    @Says("how long it lasts, in place of an end: PT8H") Optional<String> lasts,
    @Says("when it comes again, as RFC 5545 says it: FREQ=WEEKLY;BYDAY=SA; once when left out")
        Optional<String> rule,
    @Says("beginnings that are left out") List<String> except,
    @Says("beginnings besides") List<String> also,
    @Says("who they are; who is away then does not count") @Spelled(Names.ENTRY)
        List<String> people,
    @Says(value = "how many they are, where it is not said who", atLeast = "1")
        Optional<Integer> count,
    @Says(value = "whether they are on call rather than at work", fallback = "false")
        boolean onCall,
    @Says("the time zone of this shift; that of the roster when left out")
        Optional<ZoneId> timeZone)
    implements WallTimes {}
