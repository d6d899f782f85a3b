package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.util.Map;
import java.util.Optional;

/** People who answer for systems together. */
@Says("a team: people who answer for systems together")
public record Team(
    @Says("identifies the team") @Spelled(Names.ENTRY) String name,
    @Says("what people call it; the name when left out") Optional<String> title,
    @Says("more about it, for people") Optional<String> description,
    @Says("who leads it") @Spelled(Names.ENTRY) Optional<String> lead,
    @Says("the address of all of them") Optional<String> email,
    @Says("where they talk, such as a chat channel") Optional<String> channel,
    @Says("the calendar of its systems, where they name none of their own") @Spelled(Names.ENTRY)
        Optional<String> calendar,
    @Says("its public holidays; on them its systems are changed only if somebody is on call")
        @Spelled(Names.ENTRY)
        Optional<String> holidays,
    @Says("its id in the systems it was imported from, by their name") @Spelled(Names.NAME)
        Map<String, String> sources)
    implements Entry {}
