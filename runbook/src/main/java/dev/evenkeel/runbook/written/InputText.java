package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Input;
import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Written;
import java.util.List;
import java.util.Optional;

/** A value asked for when a run is started. */
@Says("a value asked for when a run is started")
public record InputText(
    Value.Fields at,
    @Says(value = "what a value must look like", fallback = "string") Input.Type type,
    @Says("what it is for; shown where the value is asked for") Optional<String> description,
    @Says("the value when none is given; without it the input is required") @Written("default")
        Optional<String> fallback,
    @Says("the only values accepted; any value of the type when left out") List<String> allowed) {}
