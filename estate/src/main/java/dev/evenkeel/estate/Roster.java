package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Who of a team works when, and who is on call. */
@Says("a roster: who of a team works when, and who is on call")
public record Roster(
    @Says("identifies the roster") @Spelled(Names.ENTRY) String name,
    @Says("what people call it; the name when left out") Optional<String> title,
    @Says("whose roster it is") @Spelled(Names.ENTRY) String team,
    @Says(value = "the time zone of its shifts", fallback = "UTC") ZoneId timeZone,
    @Says("who works when") List<Shift> shifts)
    implements Entry {}
