package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Keys;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.util.Optional;

/** One thing a system cannot do without another. */
@Says("a dependency: what is needed of which system")
@Keys(shortFor = "system")
public record Dependency(
    @Says("the system that is needed") @Spelled(Names.ENTRY) String system,
    @Says(value = "how it is needed", fallback = "calls") DependencyType type,
    @Says("exactly what is needed: an interface, a table, a field, a rule, a script")
        Optional<String> via,
    @Says("since which version of the needed system it works, when that is known")
        Optional<String> since,
    @Says("up to which version of the needed system it works, when that is known")
        Optional<String> until,
    @Says("more about it, for people") Optional<String> note,
    @Says("what reported it; empty when a person did") @Spelled(Names.NAME)
        Optional<String> source) {}
