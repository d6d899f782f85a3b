package dev.evenkeel.server.execution.web;

/**
 * How a state looks on pages: never by colour alone, always with an icon and, beside it, a word
 * from the message file.
 *
 * @param tone a class of the stylesheet: calm, busy, good, warn, bad, back
 * @param icon id of a symbol in {@code runs.svg}
 */
public record Look(String tone, String icon) {}
