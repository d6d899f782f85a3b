package dev.evenkeel.server.inventory.callers;

import dev.evenkeel.estate.callers.CallReading;
import java.util.List;

/**
 * What became of a log, or would become of it.
 *
 * @param known whether this very file was taken before; then nothing is counted again
 * @param counted calls in it
 * @param pairs who called whom
 * @param leftOut calls of parties beyond those that are kept
 * @param rejections lines that are no call; {@code rejected} names the first of them
 */
public record CallImport(
    boolean preview,
    boolean known,
    String file,
    String format,
    long counted,
    int pairs,
    long leftOut,
    long rejections,
    List<CallReading.Unread> rejected) {}
