package dev.evenkeel.server.tasks.template;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.util.List;
import java.util.Optional;

/** Steps that belong together. */
@Says("steps that belong together")
public record StepGroup(
    @Says("identifies it within the template") @Spelled(Names.ID) String key,
    @Says("what people call it") String title,
    @Says("more about it") Optional<String> text,
    @Says("its steps, in order") List<Step> steps) {}
