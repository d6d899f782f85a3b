package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When systems may be changed. A system names its calendar, or its team does. */
@Says("a calendar: when systems may be changed")
public record EstateCalendar(
    @Says("identifies the calendar") @Spelled(Names.ENTRY) String name,
    @Says("what people call it; the name when left out") Optional<String> title,
    @Says("more about it, for people") Optional<String> description,
    @Says("the person who answers for it") @Spelled(Names.ENTRY) Optional<String> owner,
    @Says("the time zone of its windows; when left out, that of each system, else UTC")
        Optional<ZoneId> timeZone,
    @Says("public holidays; those of the team as well") @Spelled(Names.ENTRY)
        Optional<String> holidays,
    @Says("when change is allowed; at other times it is not") List<ChangeWindow> windows)
    implements Entry {}
