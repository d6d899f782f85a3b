package dev.evenkeel.runbook.words;

import java.util.Optional;

/** Asks a person to do or check something and to confirm it. */
@Says("asks a person to confirm something")
public record Manual(
    @Says("what the person shall do or check") String ask,
    @Says("evidence the person must give, such as a ticket or a link; empty asks for none")
        Optional<String> evidence) {}
