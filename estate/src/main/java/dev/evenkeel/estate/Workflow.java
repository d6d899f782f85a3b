package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something the business does that must go on during and after an upgrade. */
@Says("a protected workflow: what the business does that must go on during and after an upgrade")
public record Workflow(
    @Says("identifies the workflow") @Spelled(Names.ENTRY) String name,
    @Says("what people call it; the name when left out") Optional<String> title,
    @Says("more about it, for people") Optional<String> description,
    @Says("the person who answers for it") @Spelled(Names.ENTRY) Optional<String> owner,
    @Says(value = "whether the business stops without it", fallback = "true") boolean core,
    @Says("what a user does, one line each") List<String> steps,
    @Says(value = "how long it may be blocked", fallback = "5m", atLeast = "0s")
        Duration longestBlock,
    @Says("how it is told whether it works: an address that answers 2xx") Optional<String> check,
    @Says("the systems it needs") List<Dependency> dependsOn)
    implements Entry {}
