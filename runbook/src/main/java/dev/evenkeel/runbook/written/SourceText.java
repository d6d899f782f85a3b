package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;

/**
 * Where the watch gets numbers from.
 *
 * @param type the kind of source, such as {@code prometheus}
 */
public record SourceText(String type, Value args, Where where) {}
