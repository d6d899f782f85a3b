package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.words.Says;
import java.util.List;

/** What must be well before and after. */
@Says("what must be well before and after")
public record ChecksText(
    Value.Fields at,
    @Says("must pass before the first change; otherwise the run is refused") List<CheckText> before,
    @Says("must pass after the last wave") List<CheckText> after) {}
