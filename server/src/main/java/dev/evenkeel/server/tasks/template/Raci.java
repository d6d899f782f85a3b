package dev.evenkeel.server.tasks.template;

import dev.evenkeel.runbook.words.Says;
import java.util.List;
import java.util.Optional;

/** Who does it, who answers for it, who is asked and who is told. */
@Says("who does it, who answers for it, who is asked and who is told")
public record Raci(
    @Says("who answers for the result: exactly one") Optional<OwnerText> accountable,
    @Says("who does it; the owner when left out") List<OwnerText> responsible,
    @Says("who is asked before") List<OwnerText> consulted,
    @Says("who is told after") List<OwnerText> informed) {}
