package dev.evenkeel.judge.novelty;

/**
 * One entry of a log: a line and what belongs to it.
 *
 * @param line its first line
 * @param pattern what stays the same of entries of its kind
 * @param request by which entries of the same request are known; empty when it does not say
 */
record LogEntry(Level level, String line, String pattern, String request) {}
