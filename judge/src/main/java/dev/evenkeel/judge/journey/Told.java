package dev.evenkeel.judge.journey;

/** An act and the version that served it. */
record Told(Act act, Part part) {}
