package dev.evenkeel.runbook;

/**
 * Where the watch gets numbers from.
 *
 * @param type the kind of source, such as {@code prometheus}
 * @param perTarget whether it is read once for each target, which is so when its text mentions
 *     {@code ${target…}}; a source that is not speaks about the whole
 */
public record Source(String name, String type, Value args, boolean perTarget, Where where) {}
