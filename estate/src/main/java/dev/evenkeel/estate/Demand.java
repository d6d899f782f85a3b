package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Says;
import java.util.List;

/** How much a system is used, hour by hour, in its own time zone. */
@Says("how much a system is used in each hour of a day, in its time zone; any unit")
public record Demand(
    @Says(value = "Monday to Friday: 24 numbers, the first for 00:00 to 01:00", atLeast = "0")
        List<Double> weekdays,
    @Says(value = "Saturday; as `weekdays` when left out", atLeast = "0") List<Double> saturday,
    @Says(value = "Sunday; as `saturday` when left out", atLeast = "0") List<Double> sunday) {}
